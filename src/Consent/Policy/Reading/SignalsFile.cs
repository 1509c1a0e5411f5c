using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Consent;

internal sealed class SignalsFile
{
    [DisallowNull, Description("Global Privacy Control (Sec-GPC). What it denies always holds the sale categories, but for \"none\"; where the region's law requires it, it denies them whatever is said here.")]
    [SchemaHint(DefaultDenies = "sale")]
    public SignalFile? Gpc { get; init; }

    [DisallowNull, Description("Do Not Track (DNT: 1).")]
    [SchemaHint(DefaultDenies = "optional")]
    public SignalFile? Dnt { get; init; }
}
