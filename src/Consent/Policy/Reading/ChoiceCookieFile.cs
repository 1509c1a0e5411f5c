using System.ComponentModel;

namespace Consent;

internal sealed class ChoiceCookieFile
{
    [Description("Its name without a prefix; __Host- or __Secure- is put before it where the site has https. null: privacy.")]
    [SchemaHint(Pattern = Shapes.ChoiceCookieName, Examples = ["privacy"])]
    public string? Name { get; init; }

    [Description("The domain whose sub-domains share the choice. null: this host alone.")]
    [SchemaHint(Pattern = Shapes.CookieDomain, Examples = ["acme.example"])]
    public string? Domain { get; init; }
}
