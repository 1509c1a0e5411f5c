using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Consent;

internal sealed class CookieFile
{
    [JsonRequired, DisallowNull, Description("Its name; one * stands for any characters, also none.")]
    [SchemaHint(Pattern = Shapes.CookiePattern, Examples = ["acme_id", "acme_*"])]
    public string? Name { get; init; }

    [DisallowNull, Description("How long it lives at most: a number of d, h, m or s, up to 400d.")]
    [SchemaHint(Pattern = Shapes.Duration, Examples = ["90d"])]
    public string? Lifetime { get; init; }
}
