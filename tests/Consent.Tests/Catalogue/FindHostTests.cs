using System.Text;
using Consent.Tests.Policy;

namespace Consent.Tests.Catalogue;

public sealed class FindHostTests
{
    private static readonly ConsentPolicy s_policy = Examples.Parse("""
        {
          "services": [
            { "id": "acme", "category": "marketing", "hosts": ["acme.example", "Shop.Acme.example"] },
            { "id": "acme-fonts", "category": "preferences", "hosts": ["fonts.acme.example"] },
            { "id": "dotless", "category": "analytics", "hosts": ["collector"] },
            { "id": "bing", "category": "preferences", "hosts": ["bing.com"] },
            { "id": "mine", "category": "analytics", "hosts": ["gum.criteo.com"] },
            { "id": "youtube", "category": "preferences", "hosts": ["www.youtube-nocookie.com"] }
          ]
        }
        """);

    [Theory]
    [InlineData("acme.example", "acme")]
    [InlineData("pixel.acme.example", "acme")]
    [InlineData("a.b.c.d.acme.example", "acme")]
    [InlineData("ACME.Example", "acme")]
    [InlineData("shop.acme.example", "acme")]
    [InlineData("acme.example.", "acme")]
    [InlineData("fonts.acme.example", "acme-fonts")]
    [InlineData("a.FONTS.acme.example", "acme-fonts")]
    [InlineData("collector", "dotless")]
    [InlineData("a.collector", "dotless")]
    [InlineData("www.google-analytics.com", "google-analytics")]
    [InlineData("region1.google-analytics.com", "google-analytics")]
    public void FindHost_OfAHostOrItsSubDomain_FindsTheClosestService(string host, string service) => Assert.Equal(service, Find(s_policy, host));

    [Theory]
    [InlineData("notacme.example")]
    [InlineData("acme.example.evil.test")]
    [InlineData("example")]
    [InlineData("com")]
    [InlineData("acme.examples")]
    [InlineData("cme.example")]
    [InlineData("acme.example..")]
    [InlineData("acme..example")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("ąćmé.example")]
    [InlineData("acme.example:443")]
    [InlineData("acme\u000Eexample")]
    [InlineData("acme@example")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public void FindHost_OfAnotherHost_FindsNothing(string host) => Assert.Null(Find(s_policy, host));

    [Theory]
    [InlineData("bat.bing.com", "bing")]
    [InlineData("gum.criteo.com", "mine")]
    [InlineData("a.gum.criteo.com", "mine")]
    [InlineData("static.criteo.com", "criteo")]
    public void FindHost_KnownToPolicyAndCatalogue_IsThePolicys(string host, string service) => Assert.Equal(service, Find(s_policy, host));

    [Fact]
    public void FindHost_OfAKnownServiceThatThePolicyMoves_FollowsThePolicy()
    {
        Assert.Equal("preferences", s_policy.FindHost("i.ytimg.com")?.Category?.Id);
        Assert.Equal("marketing", ConsentPolicy.Default.FindHost("i.ytimg.com")?.Category?.Id);
    }

    [Fact]
    public void FindHost_OfACategoryThatThePolicyHasNot_HasNoCategory()
    {
        ConsentPolicy policy = Examples.Parse("""{ "categories": [ { "id": "needed", "required": true }, { "id": "ads" } ] }""");

        Assert.Equal(("criteo", null), (policy.FindHost("criteo.com")?.Service.Id, policy.FindHost("criteo.com")?.Category));
        Assert.Equal("needed", policy.FindHost("js.stripe.com")?.Category?.Id);
    }

    [Fact]
    public void FindHost_OfEveryCatalogueHost_FindsItsService() =>
        Assert.All(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts.Select(h => (Host: h, s.Id))), entry =>
        {
            Assert.Equal(entry.Id, Find(ConsentPolicy.Default, entry.Host));
            Assert.Equal(entry.Id, Find(ConsentPolicy.Default, "www2." + entry.Host.ToUpperInvariant() + "."));
            Assert.NotEqual(entry.Id, Find(ConsentPolicy.Default, "x" + entry.Host));
        });

    [Fact]
    public void FindHost_Always_AllocatesNothing()
    {
        ReadOnlySpan<byte> host = "pagead2.googlesyndication.com"u8;
        ConsentPolicy.Default.FindHost(host);
        ConsentPolicy.Default.FindHost("unknown.example");
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            ConsentPolicy.Default.FindHost(host);
            ConsentPolicy.Default.FindHost("unknown.example");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string? Find(ConsentPolicy policy, string host)
    {
        string? service = policy.FindHost(host)?.Service.Id;
        Assert.Equal(service, policy.FindHost(Encoding.UTF8.GetBytes(host))?.Service.Id);
        return service;
    }
}
