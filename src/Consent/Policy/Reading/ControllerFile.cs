using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Consent;

internal sealed class ControllerFile
{
    [DisallowNull, Description("The company's or person's name.")]
    [SchemaHint(Examples = ["Acme Ltd"])]
    public string? Name { get; init; }

    [DisallowNull, Description("An address for questions of privacy.")]
    [SchemaHint(Examples = ["privacy@acme.example"])]
    public string? Contact { get; init; }

    [DisallowNull, Description("The privacy policy: a path on the site, or an http or https address.")]
    [SchemaHint(Pattern = Shapes.Link, Examples = ["/privacy"])]
    public string? PolicyUrl { get; init; }
}
