using System.Text.Json;
using System.Text.Json.Serialization;

namespace Consent;

/// <summary>Reads an enum by its words, as <c>consent.json</c> spells them: <c>OptIn</c> is <c>opt-in</c>.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
