using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Consent;

internal sealed class ChoiceFile
{
    [DisallowNull, Description("How long a grant stands: a number of d, h, m or s, up to 400d.")]
    [DefaultValue("180d")]
    [SchemaHint(Pattern = Shapes.Duration)]
    public string? Lifetime { get; init; }

    [DisallowNull, Description("How long after a refusal the visitor may be asked again.")]
    public AskAgainFile? AskAgain { get; init; }

    [DisallowNull, Description("The cookie that holds the choice.")]
    public ChoiceCookieFile? Cookie { get; init; }

    [Description("Raise it to ask every visitor again; refusals stay.")]
    [DefaultValue(1)]
    [SchemaHint(Minimum = 1)]
    public int? Epoch { get; init; }
}
