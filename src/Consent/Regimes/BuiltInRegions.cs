using System.Collections.Immutable;

namespace Consent;

/// <summary>
/// The built-in table of regions: which regime the law asks for before a choice, as this project reads it.
/// An engineering reference, not legal advice; a policy's rule replaces any row.
/// </summary>
internal static class BuiltInRegions
{
    /// <summary>When the table was last held against its sources.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 25);

    // Prior consent for storage and access: ePrivacy Directive art. 5(3), GDPR art. 4(11) and 7; EDPB Guidelines 2/2023.
    // EU members, the EEA's Iceland, Liechtenstein and Norway, "EU" where a CDN knows no more, and the parts of members
    // that ISO 3166-1 gives codes of their own and in which EU law holds (TFEU art. 349, 355).
    private const string Eea =
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO EU AX GF GP MF MQ RE YT";

    // CH: opt-in as the strict reading of the revised FADP and the TCA art. 45c.
    // GB: PECR reg. 6 with UK GDPR. Since 5 February 2026 (DUAA s. 112) statistics may be held as opt-out; a policy says so:
    // "rules": { "GB": { "analytics": "opt-out", "*": "opt-in" } }. GG, JE and IM have laws of the same build.
    // BR: LGPD with ANPD's guide on cookies. IN: DPDP Act and Rules. CA: PIPEDA; CA-QC: Act respecting the protection of
    // personal information in the private sector, s. 8.1.
    private const string OtherOptIn = "CH GB GG JE IM BR IN CA CA-QC";

    // States that make a site honour an opt-out preference signal; in force, the last of them (DE, OR) since 2026-01-01:
    // Cal. Civ. Code §1798.135 and 11 CCR §7025; Colo. Rev. Stat. §6-1-1306; Conn. Gen. Stat. §42-520; and their like.
    private const string SignalStates = "CA CO CT DE MD MN MT NE NH NJ OR TX";

    // States with a privacy law of general scope, opt-out, that names no signal.
    private const string OptOutStates = "VA UT IA IN KY TN RI FL";

    // No such law in force: the remaining states, the District of Columbia and the territories.
    private const string NoticeStates =
        "AK AL AR AZ GA HI ID IL KS LA MA ME MI MO MS NC ND NM NV NY OH OK PA SC SD VT WA WI WV WY DC AS GU MP PR UM VI";

    private static readonly ImmutableArray<Row> s_rows =
    [
        .. Rows(Eea, "", Regime.OptIn, gpcRequired: false),
        .. Rows(OtherOptIn, "", Regime.OptIn, gpcRequired: false),
        .. Rows(SignalStates, "US-", Regime.OptOut, gpcRequired: true),
        .. Rows(OptOutStates, "US-", Regime.OptOut, gpcRequired: false),
        .. Rows(NoticeStates, "US-", Regime.Notice, gpcRequired: false),

        // The state isn't known, so it may be one of those that require the signal.
        new("US", Regime.OptOut, GpcRequired: true),
    ];

    /// <summary>The table for a policy without rules of its own.</summary>
    public static RegionTable Build(ImmutableArray<Category> categories) => Build(categories, Spread(Regime.OptIn, categories), []);

    /// <summary>The table for a policy.</summary>
    /// <param name="categories">The policy's categories.</param>
    /// <param name="elsewhere">The regimes where no row has the region.</param>
    /// <param name="rules">The policy's own rows. A law that requires GPC does so whatever the row says.</param>
    public static RegionTable Build(
        ImmutableArray<Category> categories, ImmutableArray<Regime> elsewhere, IEnumerable<KeyValuePair<string, ImmutableArray<Regime>>> rules)
    {
        Dictionary<string, RegionRule> table = s_rows.ToDictionary(
            static r => r.Region, r => new RegionRule(r.Region, Spread(r.Regime, categories), r.GpcRequired), StringComparer.Ordinal);
        foreach ((string region, ImmutableArray<Regime> regimes) in rules)
        {
            bool gpcRequired = (table.GetValueOrDefault(region) ?? table.GetValueOrDefault(region[..2]))?.GpcRequired ?? false;
            table[region] = new(region, regimes, gpcRequired);
        }

        return new(table.Values, new("*", elsewhere, gpcRequired: false), categories.Length);
    }

    /// <summary>One regime for all categories.</summary>
    public static ImmutableArray<Regime> Spread(Regime regime, ImmutableArray<Category> categories) =>
        [.. Enumerable.Repeat(regime, categories.Length)];

    private static IEnumerable<Row> Rows(string codes, string prefix, Regime regime, bool gpcRequired) =>
        codes.Split(' ').Select(code => new Row(prefix + code, regime, gpcRequired));

    private readonly record struct Row(string Region, Regime Regime, bool GpcRequired);
}
