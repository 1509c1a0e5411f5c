using System.Text.Json;
using System.Text.Json.Serialization;

namespace Consent;

/// <summary>A region's regimes, as written: a word for all categories, or one a category with <c>*</c> for the rest.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record RegimesFile(Regime? All, Dictionary<string, Regime>? ByCategory)
{
    internal sealed class Converter : JsonConverter<RegimesFile>
    {
        public override RegimesFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartObject
                ? new(null, JsonSerializer.Deserialize(ref reader, PolicyFileContext.Default.DictionaryStringRegime))
                : new(JsonSerializer.Deserialize(ref reader, PolicyFileContext.Default.Regime), null);

        public override void Write(Utf8JsonWriter writer, RegimesFile value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
