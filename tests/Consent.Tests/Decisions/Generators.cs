using System.Collections.Immutable;
using CsCheck;

namespace Consent.Tests.Decisions;

/// <summary>Arbitrary policies, signals and choices.</summary>
internal static class Generators
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Gen<string?> Region = Gen.OneOf<string?>("DE", "GB", "US-CA", "US-VA", "US-WY", "US", "JP", "XX", null, "");

    public static readonly Gen<PrivacySignals> Signals =
        Gen.Select(Gen.Bool, Gen.OneOf<bool?>(null, false, true), static (gpc, dnt) => new PrivacySignals(gpc, dnt));

    public static readonly Gen<ConsentPolicy> Policy =
        from count in Gen.Int[1, 8]
        from required in Gen.Int[1, count]
        from sale in Gen.UInt
        from gpcDenies in Gen.UInt
        from dntDenies in Gen.UInt
        from gpcOverridable in Gen.Bool
        from dntOverridable in Gen.Bool
        from regimes in Gen.Enum<Regime>().Array[count]
        from gpcRequired in Gen.Bool
        from days in Gen.Int[1, 400]
        select Build(count, required, sale, gpcDenies, dntDenies, gpcOverridable, dntOverridable, regimes, gpcRequired, days);

    public static Gen<ConsentChoice> Choice(ConsentPolicy policy, long youngest = -1000) =>
        from entries in Entry(youngest).Array[policy.Categories.Length]
        from unreadable in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        select BuildChoice(policy, entries, unreadable);

    private static Gen<(int Answer, bool Gpc, bool Dnt, long Age, bool Stale)> Entry(long youngest) =>
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Long[youngest, 500 * 86400L], Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))));

    private static ConsentChoice BuildChoice(
        ConsentPolicy policy, (int Answer, bool Gpc, bool Dnt, long Age, bool Stale)[] entries, bool unreadable)
    {
        ConsentChoice choice = new() { IsPresent = true, IsUnreadable = unreadable };
        foreach (Category category in policy.Categories)
        {
            var entry = entries[category.Index];
            if (entry.Answer != 0 && !unreadable)
            {
                choice.Set(category.Index, new()
                {
                    Answer = (Answer)entry.Answer,
                    OverridesGpc = entry.Gpc,
                    OverridesDnt = entry.Dnt,
                    At = (uint)(Now.ToUnixTimeSeconds() - entry.Age),
                    MaterialHash = category.MaterialHash ^ (entry.Stale ? 1u : 0),
                });
            }
        }

        return choice;
    }

    private static ConsentPolicy Build(
        int count, int required, uint sale, uint gpcDenies, uint dntDenies, bool gpcOverridable, bool dntOverridable,
        Regime[] regimes, bool gpcRequired, int days)
    {
        ImmutableArray<Category> categories = [.. Enumerable.Range(0, count).Select(i => new Category(i, $"c{i}")
        {
            Required = i < required,
            Sale = (sale & (1u << i)) != 0,
            Key = (uint)(1000 + i),
            MaterialHash = (uint)(77_000 + i),
        })];
        uint optional = categories.Where(static c => !c.Required).Aggregate(0u, static (bits, c) => bits | (1u << c.Index));
        RegionRule rule = new("*", [.. regimes], gpcRequired);
        return new ConsentPolicy(
            categories,
            [],
            new SignalRule(new(gpcDenies & optional), gpcOverridable),
            new SignalRule(new(dntDenies & optional), dntOverridable),
            new RegionTable([], rule, count))
        {
            Choice = new() { Lifetime = TimeSpan.FromDays(days) },
        };
    }
}
