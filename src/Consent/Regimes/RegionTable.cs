using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Consent;

/// <summary>Finds a region's rule: the subdivision's own, else the country's, else that for elsewhere.</summary>
public sealed class RegionTable
{
    private readonly FrozenDictionary<string, RegionRule> _rules;
    private readonly FrozenDictionary<string, RegionRule>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal RegionTable(IEnumerable<RegionRule> rules, RegionRule elsewhere, int categories)
    {
        _rules = rules.ToFrozenDictionary(static r => r.Region, StringComparer.OrdinalIgnoreCase);
        _bySpan = _rules.GetAlternateLookup<ReadOnlySpan<char>>();
        Elsewhere = elsewhere;
        Unknown = new RegionRule("?", [.. Enumerable.Repeat(Regime.OptIn, categories)], gpcRequired: true);
    }

    /// <summary>The rule where the region is known but has none of its own.</summary>
    public RegionRule Elsewhere { get; }

    /// <summary>The rule where the region is not known: everything is opt-in, and GPC counts.</summary>
    public RegionRule Unknown { get; }

    /// <summary>Finds the rule of a region.</summary>
    /// <param name="region">
    /// ISO 3166-1 alpha-2 (<c>DE</c>) or ISO 3166-2 (<c>US-CA</c>), in any case. <see langword="null"/>, what has
    /// not that shape, and the placeholders <c>XX</c>, <c>ZZ</c>, <c>T1</c>, <c>A1</c>, <c>A2</c> and <c>AP</c> of CDNs and
    /// databases, is unknown.
    /// </param>
    public RegionRule Find(string? region)
    {
        if (!IsKnown(region))
        {
            return Unknown;
        }

        return _rules.TryGetValue(region, out RegionRule? rule) || _bySpan.TryGetValue(region.AsSpan(0, 2), out rule)
            ? rule
            : Elsewhere;
    }

    internal static RegionTable BuiltIn(ImmutableArray<Category> categories) => BuiltInRegions.Build(categories);

    internal static bool IsKnown([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? region)
    {
        if (region is null || region.Length is < 2 or > 6 or 3 || !char.IsAsciiLetter(region[0]) || !char.IsAsciiLetter(region[1]))
        {
            return false;
        }

        if (region.Length > 2)
        {
            if (region[2] != '-')
            {
                return false;
            }

            foreach (char c in region.AsSpan(3))
            {
                if (!char.IsAsciiLetterOrDigit(c))
                {
                    return false;
                }
            }
        }

        // Cloudflare, MaxMind and ISO user-assigned codes for "don't know", Tor and satellites.
        return !(region.StartsWith("XX", StringComparison.OrdinalIgnoreCase) || region.StartsWith("ZZ", StringComparison.OrdinalIgnoreCase)
            || region.StartsWith("AP", StringComparison.OrdinalIgnoreCase));
    }
}
