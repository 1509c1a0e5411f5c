namespace Consent.Tests.Policy;

public sealed class ConsentPolicyTests
{
    [Fact]
    public void Default_Always_HasWhatTheDesignSays()
    {
        ConsentPolicy policy = ConsentPolicy.Default;

        Assert.Equal(["necessary", "preferences", "analytics", "marketing"], policy.Categories.Select(c => c.Id));
        Assert.Equal([0, 1, 2, 3], policy.Categories.Select(c => c.Index));
        Assert.Equal(new CategorySet(0b0001), policy.Required);
        Assert.Equal(new CategorySet(0b1110), policy.Optional);
        Assert.Equal(new CategorySet(0b1000), policy.Sale);
        Assert.Equal(new SignalRule(policy.Sale), policy.Gpc);
        Assert.Equal(new SignalRule(policy.Optional), policy.Dnt);
        Assert.Equal(new ChoiceSettings(), policy.Choice);
        Assert.Equal(new PolicyController(), policy.Controller);
        Assert.Equal(new BannerSettings(), policy.Banner);
        Assert.Equal("/privacy-choices", policy.BasePath);
        Assert.Equal(
            (UndeclaredRule.Block, UndeclaredRule.Allow, false, EnforcementMode.Enforce, CspMode.Off),
            (policy.UndeclaredCookies, policy.UndeclaredHosts, policy.Strict, policy.Enforcement, policy.Csp));
        Assert.Empty(policy.Services);
    }

    [Fact]
    public void Parse_OfTheDesignsExample_GivesEveryMember()
    {
        ConsentPolicy policy = Examples.Parse(Examples.Full);

        Assert.Equal(new PolicyController("Acme Ltd", "privacy@acme.example", "/privacy"), policy.Controller);
        Service analytics = policy.Services[0];
        Assert.Equal(("google-analytics", "analytics", "Google Analytics"), (analytics.Id, analytics.Category, analytics.Name));
        Assert.Contains("google-analytics.com", analytics.Hosts);
        Service pixel = policy.Services[1];
        Assert.Equal(["pixel.acme.example"], pixel.Hosts);
        Assert.Equal([new ServiceCookie(new("acme_*"), TimeSpan.FromDays(90))], pixel.Cookies);
        Assert.Equal([new NamePattern("acme.*")], pixel.Storage);
        Assert.Equal(["acmeq("], pixel.Scripts);
        Assert.Equal("https://acme.example/privacy", pixel.PolicyUrl);
        Assert.Equal(Regime.OptOut, policy.Regions.Find("GB")[policy.GetCategory("analytics").Index]);
        Assert.Equal(Regime.OptIn, policy.Regions.Find("GB")[policy.GetCategory("marketing").Index]);
        Assert.Equal(TimeSpan.FromDays(365), policy.Choice.AskAgainOptOut);
    }

    [Fact]
    public void Parse_OfTheDefaultsWrittenOut_GivesTheDefault()
    {
        ConsentPolicy written = Examples.Parse("""
            { "categories": [ { "id": "necessary", "required": true }, { "id": "preferences" }, { "id": "analytics" }, { "id": "marketing", "sale": true } ],
              "choice": { "cookie": { "name": null, "domain": null } }, "banner": { "position": "bottom" } }
            """);

        Assert.Equal(ConsentPolicy.Default.Hash, written.Hash);
        Assert.Equal(ConsentPolicy.Default.Choice, written.Choice);
        Assert.Equal(ConsentPolicy.Default.Banner, written.Banner);
    }

    [Fact]
    public void Parse_OfAKnownServiceWithMembers_OverridesTheCatalogueMemberByMember()
    {
        Service service = Examples.Parse("""
            { "services": [ { "id": "youtube", "category": "preferences", "hosts": ["WWW.YouTube-NoCookie.com"], "cookies": [] } ] }
            """).Services[0];

        Assert.Equal(("preferences", "YouTube", "Google"), (service.Category, service.Name, service.Vendor));
        Assert.Equal(["www.youtube-nocookie.com"], service.Hosts);
        Assert.Empty(service.Cookies);
        Assert.NotEmpty(service.Storage);
    }

    [Fact]
    public void Parse_OfANecessaryServiceInAPolicyWithOtherNames_TakesItsRequiredCategory() =>
        Assert.Equal("base", Examples.Parse("""
            { "categories": [ { "id": "statistics" }, { "id": "base", "required": true } ], "services": [ { "id": "stripe" } ] }
            """).Services[0].Category);

    [Theory]
    [InlineData("""{ "strict": true }""", CspMode.Enforce, UndeclaredRule.Block, UndeclaredRule.Block)]
    [InlineData("""{ "strict": true, "csp": "off", "undeclared": { "cookies": "allow", "hosts": "allow" } }""", CspMode.Off, UndeclaredRule.Block, UndeclaredRule.Block)]
    [InlineData("""{ "strict": true, "csp": "report-only" }""", CspMode.ReportOnly, UndeclaredRule.Block, UndeclaredRule.Block)]
    [InlineData("""{ "csp": "enforce", "undeclared": { "cookies": "allow", "hosts": "block" } }""", CspMode.Enforce, UndeclaredRule.Allow, UndeclaredRule.Block)]
    public void Parse_OfStrict_BlocksTheUndeclaredAndTurnsCspOn(string json, CspMode csp, UndeclaredRule cookies, UndeclaredRule hosts)
    {
        ConsentPolicy policy = Examples.Parse(json);

        Assert.Equal((csp, cookies, hosts), (policy.Csp, policy.UndeclaredCookies, policy.UndeclaredHosts));
    }

    [Theory]
    [InlineData("\"sale\"", 0b1000, 0b1000)]
    [InlineData("\"optional\"", 0b1110, 0b1110)]
    [InlineData("\"none\"", 0b0000, 0b0000)]
    [InlineData("[\"analytics\"]", 0b1100, 0b0100)]
    [InlineData("[]", 0b1000, 0b0000)]
    public void Parse_OfWhatSignalsDeny_AlwaysAddsSaleForGpcButForNone(string denies, uint gpc, uint dnt)
    {
        ConsentPolicy policy = Examples.Parse($$"""
            { "signals": { "gpc": { "denies": {{denies}} }, "dnt": { "denies": {{denies}}, "overridable": false } } }
            """);

        Assert.Equal(new SignalRule(new(gpc)), policy.Gpc);
        Assert.Equal(new SignalRule(new(dnt), Overridable: false), policy.Dnt);
    }

    [Theory]
    [InlineData("400d", 400 * 86_400)]
    [InlineData("9600h", 400 * 86_400)]
    [InlineData("90m", 5_400)]
    [InlineData("1s", 1)]
    public void Parse_OfALifetime_KnowsItsUnit(string lifetime, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Examples.Parse($$"""{ "choice": { "lifetime": "{{lifetime}}" } }""").Choice.Lifetime);
}
