using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Consent;

internal sealed class RegionsFile
{
    [DisallowNull, Description("The regime where neither a rule nor the built-in table has the region. An unknown region is always opt-in.")]
    [DefaultValue("opt-in")]
    public RegimesFile? Default { get; init; }

    [DisallowNull, Description("Regimes by region, an ISO 3166 code such as \"DE\" or \"US-CA\": each replaces the built-in table's row.")]
    [SchemaHint(Keys = Shapes.Region)]
    public Dictionary<string, RegimesFile>? Rules { get; init; }
}
