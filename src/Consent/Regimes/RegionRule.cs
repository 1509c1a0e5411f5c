using System.Collections.Immutable;

namespace Consent;

/// <summary>A region's regimes, a category each.</summary>
public sealed class RegionRule
{
    private readonly ImmutableArray<Regime> _regimes;

    internal RegionRule(string region, ImmutableArray<Regime> regimes, bool gpcRequired)
    {
        Region = region;
        _regimes = regimes;
        GpcRequired = gpcRequired;
    }

    /// <summary>The region: ISO 3166-1 alpha-2 (<c>DE</c>), ISO 3166-2 (<c>US-CA</c>), or <c>*</c> for elsewhere.</summary>
    public string Region { get; }

    /// <summary>Whether the region's law makes a site honour GPC, whatever its policy says.</summary>
    public bool GpcRequired { get; }

    /// <summary>The regime of the category at <paramref name="category"/> in the policy.</summary>
    /// <param name="category">The category's index.</param>
    public Regime this[int category] => _regimes[category];
}
