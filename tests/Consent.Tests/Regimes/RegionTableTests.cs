using Consent.Tests.Policy;

namespace Consent.Tests.Regimes;

public sealed class RegionTableTests
{
    [Theory]
    // The EEA and its like
    [InlineData("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK", Regime.OptIn, false)]
    [InlineData("IS LI NO EU AX GF GP MF MQ RE YT", Regime.OptIn, false)]
    [InlineData("DE-BY FR-75C GB-SCT", Regime.OptIn, false)]
    [InlineData("CH GB GG JE IM BR IN CA CA-QC CA-ON", Regime.OptIn, false)]
    // The United States
    [InlineData("US-CA US-CO US-CT US-DE US-MD US-MN US-MT US-NE US-NH US-NJ US-OR US-TX", Regime.OptOut, true)]
    [InlineData("US-VA US-UT US-IA US-IN US-KY US-TN US-RI US-FL", Regime.OptOut, false)]
    [InlineData("US-NY US-WA US-DC US-PR US-AL US-VT", Regime.Notice, false)]
    [InlineData("US us US-99", Regime.OptOut, true)]
    [InlineData("us-ca Us-Tx", Regime.OptOut, true)]
    // Elsewhere
    [InlineData("JP AU ZA MX KR", Regime.OptIn, false)]
    public void Find_InTheBuiltInTable_GivesTheRegime(string regions, Regime regime, bool gpcRequired)
    {
        ConsentPolicy policy = ConsentPolicy.Default;
        foreach (string region in regions.Split(' '))
        {
            RegionRule rule = policy.Regions.Find(region);
            Assert.All(policy.Categories, c => Assert.Equal((region, regime), (region, rule[c.Index])));
            Assert.Equal((region, gpcRequired), (region, rule.GpcRequired));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("zz")]
    [InlineData("T1")]
    [InlineData("AP")]
    [InlineData("USA")]
    [InlineData("US-CALI")]
    [InlineData("U")]
    public void Find_OfAnUnknownRegion_IsOptInWhateverThePolicySays(string? region)
    {
        ConsentPolicy policy = Examples.Parse("""{ "regions": { "default": "notice" } }""");

        RegionRule rule = policy.Regions.Find(region);

        Assert.Same(policy.Regions.Unknown, rule);
        Assert.True(rule.GpcRequired);
        Assert.All(policy.Categories, c => Assert.Equal(Regime.OptIn, rule[c.Index]));
    }

    [Fact]
    public void States_Together_AreAllThereAre()
    {
        string[] states = ("AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR "
            + "PA RI SC SD TN TX UT VA VT WA WI WV WY").Split(' ');

        Assert.Equal(51, states.Length);
        Assert.All(states, s => Assert.Equal("US-" + s, ConsentPolicy.Default.Regions.Find("US-" + s).Region));
    }

    [Fact]
    public void Find_WithRules_ReplacesTheRowAndKeepsWhatTheLawRequires()
    {
        ConsentPolicy policy = Examples.Parse("""
            { "regions": {
                "default": { "marketing": "opt-in", "*": "notice" },
                "rules": { "US-CA": "notice", "GB": { "analytics": "opt-out", "*": "opt-in" }, "US-PR": "opt-in", "DE": { "analytics": "opt-out" }, "JP": "opt-out" } } }
            """);

        Assert.Equal((Regime.Notice, true), Of(policy, "US-CA", "marketing"));
        Assert.Equal((Regime.OptOut, true), Of(policy, "US-TX", "marketing"));
        Assert.Equal((Regime.OptOut, false), Of(policy, "GB", "analytics"));
        Assert.Equal((Regime.OptIn, false), Of(policy, "GB", "marketing"));
        Assert.Equal((Regime.OptIn, false), Of(policy, "US-PR", "analytics"));
        Assert.Equal((Regime.OptOut, false), Of(policy, "DE", "analytics"));
        Assert.Equal((Regime.OptIn, false), Of(policy, "DE", "marketing"));
        Assert.Equal((Regime.OptOut, false), Of(policy, "JP", "marketing"));
        Assert.Equal((Regime.OptIn, false), Of(policy, "AU", "marketing"));
        Assert.Equal((Regime.Notice, false), Of(policy, "AU", "analytics"));
        Assert.Equal((Regime.OptIn, false), Of(policy, "FR", "analytics"));
    }

    [Fact]
    public void BuiltIn_Always_SaysWhenItWasHeldAgainstItsSources() =>
        Assert.InRange(BuiltInRegions.AsOf, new DateOnly(2026, 1, 1), new DateOnly(2100, 1, 1));

    private static (Regime Regime, bool GpcRequired) Of(ConsentPolicy policy, string region, string category)
    {
        RegionRule rule = policy.Regions.Find(region);
        return (rule[policy.GetCategory(category).Index], rule.GpcRequired);
    }
}
