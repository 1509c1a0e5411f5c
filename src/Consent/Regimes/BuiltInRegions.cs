using System.Collections.Immutable;

namespace Consent;

/// <summary>The built-in table of regions.</summary>
internal static class BuiltInRegions
{
    public static RegionTable Build(ImmutableArray<Category> categories) =>
        new([], new RegionRule("*", [.. Enumerable.Repeat(Regime.OptIn, categories.Length)], false), categories.Length);
}
