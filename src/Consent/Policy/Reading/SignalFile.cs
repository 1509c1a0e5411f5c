using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Consent;

internal sealed class SignalFile
{
    [DisallowNull, Description("What the signal denies: \"sale\", every \"optional\" category, \"none\", or the ids of categories.")]
    public DeniesFile? Denies { get; init; }

    [Description("Whether a visitor who grants a category while the signal is on, knowing of the conflict, overrides the signal.")]
    [DefaultValue(true)]
    public bool? Overridable { get; init; }
}
