using System.Text;

namespace Consent.Tests.Catalogue;

public sealed class ServiceSourceTests
{
    private const string Cookies = """"
        ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,Data Controller,User Privacy & GDPR Rights Portals,Wildcard match
        1,Acme Stats,Analytics,acme_id,,"Counts visits, once
        a ""day""",2 years,Acme,https://acme.example/privacy,0
        2,Acme Stats,Marketing,acme_ad_,acme.example,,30 days,Acme,,1
        3,Acme Stats,Security,acme_csrf,,,session,Acme,,0
        4,Other,Wonders,other,,,7 days,Other,,0
        5,Other,Wonders,a b,,,,Other,,0
        """";

    private const string Disconnect = """
        {
          "license": "none, written for a test",
          "categories": {
            "Advertising": [ { "Acme Ads": { "https://acme.example/": ["ads.acme.example", "ACME-ads.example"], "performance": "true" } } ],
            "Analytics": [ { "Acme Ads": { "https://acme.example/": ["stats.acme.example"] } }, { "Count": { "https://count.example/": ["count.example", "not a host"] } } ]
          }
        }
        """;

    private const string Radar = """
        { "domain": "radar.example", "owner": { "name": "Radar Inc." }, "prevalence": 0.1, "categories": ["Analytics", "Ad Motivated Tracking"], "cookies": { } }
        """;

    private const string Rules = """
        [Adblock Plus 2.0]
        ! Title: written for a test
        ||tracker.example^
        ||pixel.shop.example^$third-party
        ||both.example^$script,third-party
        ||one-site.example^$domain=acme.example
        ||path.example/collect.js
        ||wild*.example^
        /track.gif?
        acme.example##.ad
        ||fine.example^
        ||cdn.fine.example^
        @@||fine.example^
        @@||tracker.example/opt-out^
        """;

    [Fact]
    public void OpenCookieDatabase_OfItsCsv_FindsCookiesByNameAndPrefix()
    {
        ConsentPolicy policy = ConsentPolicy.Default.With(Read(new OpenCookieDatabase(), Cookies));

        Assert.Equal(("Acme Stats", "analytics"), Cookie(policy, "acme_id"));
        Assert.Equal(("Acme Stats", "marketing"), Cookie(policy, "acme_ad_7"));
        Assert.Equal(("Acme Stats", "necessary"), Cookie(policy, "acme_csrf"));
        Assert.Equal(("Other", "marketing"), Cookie(policy, "other"));
        Assert.Equal((null, null), Cookie(policy, "acme_ads"));
        Assert.Equal([TimeSpan.FromDays(400), TimeSpan.FromDays(30), null, TimeSpan.FromDays(7)], policy.AddedServices.Select(s => s.Cookies[0].Lifetime));
        Assert.Equal("https://acme.example/privacy", policy.AddedServices[0].PolicyUrl);
    }

    [Fact]
    public void DisconnectList_OfItsJson_FindsHostsInTheirCategories()
    {
        ConsentPolicy policy = ConsentPolicy.Default.With(Read(new DisconnectList(), Disconnect));

        Assert.Equal(("Acme Ads", "marketing"), Host(policy, "a.ads.acme.example"));
        Assert.Equal(("Acme Ads", "marketing"), Host(policy, "acme-ads.example"));
        Assert.Equal(("Acme Ads", "analytics"), Host(policy, "stats.acme.example"));
        Assert.Equal(("Count", "analytics"), Host(policy, "count.example"));
        Assert.Equal(3, policy.AddedServices.Length);
    }

    [Fact]
    public void TrackerRadar_OfADomainFile_TakesTheMostPrivateCategory() =>
        Assert.Equal(("Radar Inc.", "marketing"), Host(ConsentPolicy.Default.With(Read(new TrackerRadar(), Radar)), "x.radar.example"));

    [Fact]
    public void TrackerRadar_OfAFolder_JoinsAnOwnersDomains()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "US"));
            File.WriteAllText(Path.Combine(folder.FullName, "US", "radar.example.json"), Radar);
            File.WriteAllText(Path.Combine(folder.FullName, "US", "second.example.json"), """{ "domain": "second.example", "owner": { "name": "Radar Inc." }, "categories": [] }""");
            File.WriteAllText(Path.Combine(folder.FullName, "US", "third.example.json"), """{ "domain": "third.example", "owner": { }, "categories": ["CDN"] }""");

            IReadOnlyList<Service> services = TrackerRadar.ReadFolder(folder.FullName);

            Assert.Equal(["radar.example second.example", "third.example"], services.Select(s => string.Join(' ', s.Hosts)));
            Assert.Equal(["marketing", "necessary"], services.Select(s => s.Category));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("a.tracker.example", true)]
    [InlineData("pixel.shop.example", true)]
    [InlineData("both.example", true)]
    [InlineData("shop.example", false)]
    [InlineData("one-site.example", false)]
    [InlineData("path.example", false)]
    [InlineData("wild1.example", false)]
    [InlineData("fine.example", false)]
    [InlineData("cdn.fine.example", false)]
    [InlineData("acme.example", false)]
    public void HostRules_OfAList_TakesRulesForWholeHosts(string host, bool found)
    {
        ConsentPolicy policy = ConsentPolicy.Default.With(Read(new HostRules("easy", "Easy", "analytics"), Rules));

        Assert.Equal(found ? ("Easy", "analytics") : (null, null), Host(policy, host));
    }

    [Fact]
    public void With_AListThatKnowsACatalogueHost_LeavesItToTheCatalogue()
    {
        ConsentPolicy policy = ConsentPolicy.Default.With(Read(new HostRules(), "||hotjar.com^\n||x.hotjar.com^\n||new.example^"));

        Assert.Equal(("Hotjar", "analytics"), Host(policy, "x.hotjar.com"));
        Assert.Equal(("Host rules", "marketing"), Host(policy, "new.example"));
        Assert.Null(ConsentPolicy.Default.FindHost("new.example"));
        Assert.Equal(ConsentPolicy.Default.Hash, policy.Hash);
    }

    [Theory]
    [InlineData("", "list(1): the file is empty")]
    [InlineData("A,B\n", "list(1): the header has no column \"Platform\"")]
    [InlineData("Platform,Category,Cookie / Data Key name\nx,\"y\nz\",n\na,b\n", "list(4): the line has 2 fields; 3 were expected")]
    [InlineData("Platform,Category,Cookie / Data Key name\nx,\"y", "list(2): a quoted field doesn't end")]
    public void OpenCookieDatabase_OfSomethingElse_SaysWhereAndWhatWasExpected(string text, string message) => AssertFails(new OpenCookieDatabase(), text, message);

    [Theory]
    [InlineData("{\n  \"categories\": [\n", "list(3): the file is not JSON")]
    [InlineData("{ }", "list(1): $.categories was expected to be an object")]
    [InlineData("{\n  \"categories\": {\n    \"Analytics\": {} } }", "list(3): $.categories.Analytics was expected to be an array")]
    [InlineData("""{ "categories": { "Analytics": [ 1 ] } }""", "list(1): $.categories.Analytics[0] was expected to be an object")]
    public void DisconnectList_OfSomethingElse_SaysWhereAndWhatWasExpected(string text, string message) => AssertFails(new DisconnectList(), text, message);

    [Fact]
    public void TrackerRadar_OfSomethingElse_SaysWhereAndWhatWasExpected() =>
        AssertFails(new TrackerRadar(), """{ "domain": 1 }""", "list(1): $.domain was expected to be a text");

    [Fact]
    public void HostRules_OfARuleWithoutHost_SaysWhereAndWhatWasExpected() =>
        AssertFails(new HostRules(), "||a.example^\n||^\n", "list(2): \"||^\" has no host; a rule is ||host^");

    private static IReadOnlyList<Service> Read(IServiceSource source, string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return source.Read(stream, "list");
    }

    private static void AssertFails(IServiceSource source, string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ServiceSourceException>(() => Read(source, text)).Message, StringComparison.Ordinal);

    private static (string? Name, string? Category) Host(ConsentPolicy policy, string host) =>
        (policy.FindHost(host)?.Service.Name, policy.FindHost(host)?.Category?.Id);

    private static (string? Name, string? Category) Cookie(ConsentPolicy policy, string name) =>
        (policy.FindCookie(name)?.Service.Name, policy.FindCookie(name)?.Category?.Id);
}
