using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Consent;

/// <summary>
/// The shape of <c>consent.json</c>: what the reader accepts and what the JSON schema tells editors. A member that may
/// not be null in the file is marked <see cref="DisallowNullAttribute"/>; null here means that it was left out.
/// </summary>
[Description("What a site uses and how it asks. Every member has a default: {} is a policy.")]
internal sealed class PolicyFile
{
    [JsonPropertyName("$schema"), DisallowNull]
    [Description("Where editors find this schema.")]
    [SchemaHint(Examples = ["consent.schema.json"])]
    public string? Schema { get; init; }

    [DisallowNull, Description("Who is responsible for the site, as visitors read it.")]
    public ControllerFile? Controller { get; init; }

    [DisallowNull]
    [Description("The purposes that visitors allow or refuse: 1 to 32, at least one of them required. Default: necessary (required), preferences, analytics, marketing (sale).")]
    [SchemaHint(MaxItems = CategorySet.Capacity)]
    public CategoryFile?[]? Categories { get; init; }

    [DisallowNull]
    [Description("The vendors' products on the site. For one that the catalogue knows its id is enough; members that are given override the catalogue's.")]
    public ServiceFile?[]? Services { get; init; }

    [DisallowNull, Description("What holds before a choice, by the visitor's region.")]
    public RegionsFile? Regions { get; init; }

    [DisallowNull, Description("What the browser's signals deny.")]
    public SignalsFile? Signals { get; init; }

    [DisallowNull, Description("What happens to what neither the policy nor the catalogue knows.")]
    public UndeclaredFile? Undeclared { get; init; }

    [Description("Blocks everything undeclared and turns the Content-Security-Policy on.")]
    [DefaultValue(false)]
    public bool? Strict { get; init; }

    [Description("enforce holds back what is denied; report lets everything through and logs what would have been held back.")]
    [DefaultValue("enforce")]
    public EnforcementMode? Enforcement { get; init; }

    [Description("Whether browsers hold the site's hosts to the decision too. Default: off, or enforce in strict mode.")]
    [DefaultValue("off")]
    public CspMode? Csp { get; init; }

    [DisallowNull, Description("How long a choice holds, when the visitor is asked again, and how its cookie is set.")]
    public ChoiceFile? Choice { get; init; }

    [DisallowNull, Description("The path of the choices page and the endpoints beneath it. Starts with a slash and doesn't end with one.")]
    [DefaultValue("/privacy-choices")]
    [SchemaHint(Pattern = Shapes.BasePath)]
    public string? BasePath { get; init; }

    [DisallowNull, Description("How the visitor is asked.")]
    public BannerFile? Banner { get; init; }
}
