using System.ComponentModel;

namespace Consent;

internal sealed class UndeclaredFile
{
    [Description("block holds undeclared cookies back while anything optional is denied; allow lets them through. Strict mode blocks.")]
    [DefaultValue("block")]
    public UndeclaredRule? Cookies { get; init; }

    [Description("block closes tags to undeclared third-party hosts; allow lets them through and reports them. Strict mode blocks.")]
    [DefaultValue("allow")]
    public UndeclaredRule? Hosts { get; init; }
}
