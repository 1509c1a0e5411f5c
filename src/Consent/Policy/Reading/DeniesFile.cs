using System.Text.Json;
using System.Text.Json.Serialization;

namespace Consent;

/// <summary>What a signal denies, as written: a word, or the ids of categories.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record DeniesFile(DeniesWord? Word, string?[]? Categories)
{
    internal sealed class Converter : JsonConverter<DeniesFile>
    {
        public override DeniesFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartArray
                ? new(null, JsonSerializer.Deserialize(ref reader, PolicyFileContext.Default.StringArray))
                : new(JsonSerializer.Deserialize(ref reader, PolicyFileContext.Default.DeniesWord), null);

        public override void Write(Utf8JsonWriter writer, DeniesFile value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
