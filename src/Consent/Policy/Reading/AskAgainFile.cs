using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Consent;

internal sealed class AskAgainFile
{
    [JsonPropertyName("opt-in"), DisallowNull, Description("Where the regime is opt-in: a number of d, h, m or s, up to 400d.")]
    [DefaultValue("180d")]
    [SchemaHint(Pattern = Shapes.Duration)]
    public string? OptIn { get; init; }

    [JsonPropertyName("opt-out"), DisallowNull, Description("Where the regime is opt-out or notice: a number of d, h, m or s, up to 400d.")]
    [DefaultValue("365d")]
    [SchemaHint(Pattern = Shapes.Duration)]
    public string? OptOut { get; init; }
}
