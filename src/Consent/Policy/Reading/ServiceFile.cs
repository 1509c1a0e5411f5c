using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Consent;

internal sealed class ServiceFile
{
    [JsonRequired, DisallowNull, Description("Its name in markup and JSON: one that the catalogue knows, or the site's own.")]
    [SchemaHint(Pattern = Shapes.ServiceId)]
    public string? Id { get; init; }

    [DisallowNull, Description("What visitors read. Default: the catalogue's name, or the id.")]
    public string? Name { get; init; }

    [DisallowNull, Description("The company behind it.")]
    public string? Vendor { get; init; }

    [DisallowNull, Description("The id of the category that it belongs to. Needed if the catalogue doesn't know the service.")]
    [SchemaHint(Pattern = Shapes.CategoryId, Examples = ["necessary", "preferences", "analytics", "marketing"])]
    public string? Category { get; init; }

    [Description("Whether it means sale, sharing or targeted advertising. Default: what the catalogue says of it, else what its category says. What a signal denies is decided by category: put such a service into one that is sale.")]
    public bool? Sale { get; init; }

    [DisallowNull, Description("Hosts that it loads from or sends to; every sub-domain counts too.")]
    [SchemaHint(Pattern = Shapes.Host, Examples = ["pixel.acme.example"])]
    public string?[]? Hosts { get; init; }

    [DisallowNull, Description("The cookies that it sets.")]
    public CookieFile?[]? Cookies { get; init; }

    [DisallowNull, Description("Keys that it writes to local and session storage; one * stands for any characters.")]
    [SchemaHint(Pattern = Shapes.StorageKey, Examples = ["acme.*"])]
    public string?[]? Storage { get; init; }

    [DisallowNull, Description("Short strings that mark its inline snippet, such as a global function's name.")]
    [SchemaHint(Pattern = Shapes.Script, Examples = ["acmeq("])]
    public string?[]? Scripts { get; init; }

    [DisallowNull, Description("Its privacy page: a path on the site, or an http or https address.")]
    [SchemaHint(Pattern = Shapes.Link, Examples = ["https://acme.example/privacy"])]
    public string? PolicyUrl { get; init; }
}
