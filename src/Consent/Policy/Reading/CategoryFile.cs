using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Consent;

internal sealed class CategoryFile
{
    [JsonRequired, DisallowNull, Description("Its name in markup, JSON and code.")]
    [SchemaHint(Pattern = Shapes.CategoryId, Examples = ["necessary", "preferences", "analytics", "marketing"])]
    public string? Id { get; init; }

    [DisallowNull, Description("What visitors read. A built-in category has a text of its own.")]
    public string? Name { get; init; }

    [DisallowNull, Description("What it is for, in a sentence for visitors.")]
    public string? Description { get; init; }

    [Description("Whether the site can't do without it: it is always allowed and can't be refused.")]
    [DefaultValue(false)]
    public bool? Required { get; init; }

    [Description("Whether it means sale, sharing or targeted advertising: what Global Privacy Control asks a site to stop.")]
    [DefaultValue(false)]
    public bool? Sale { get; init; }
}
