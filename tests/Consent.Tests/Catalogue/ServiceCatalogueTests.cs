using System.Reflection;
using System.Text;
using Consent.Tests.Policy;

namespace Consent.Tests.Catalogue;

public sealed class ServiceCatalogueTests
{
    public static TheoryData<string> Files =>
        [.. typeof(ConsentPolicy).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Consent.Catalogue.", StringComparison.Ordinal))];

    // What a site may write about a service of its own, the catalogue's files say of theirs: the same reader checks both.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_AsTheServicesOfAPolicy_HasNoErrors(string file)
    {
        Assembly assembly = typeof(ConsentPolicy).Assembly;
        using StreamReader reader = new(assembly.GetManifestResourceStream(file)!, Encoding.UTF8);
        string services = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        ConsentPolicy policy = Examples.Parse($$"""
            { "services":
            {{services}}
            }
            """);

        Assert.NotEmpty(policy.Services);
    }

    [Fact]
    public void Services_All_HaveANameACategoryAndSomethingToKnowThemBy() =>
        Assert.All(ServiceCatalogue.BuiltIn.Services, s =>
        {
            Assert.NotEmpty(s.Name);
            Assert.NotNull(ConsentPolicy.Default.FindCategory(s.Category));
            Assert.True(s.Hosts.Length + s.Cookies.Length + s.Storage.Length > 0, s.Id);
        });

    [Fact]
    public void Services_All_HaveTheirOwnIdHostsAndCookies()
    {
        Assert.Empty(Twice(ServiceCatalogue.BuiltIn.Services.Select(s => s.Id)));
        Assert.Empty(Twice(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts)));
        Assert.Empty(Twice(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Cookies.Select(c => c.Name.Text))));
    }

    [Theory]
    [InlineData("google-analytics google-tag-manager microsoft-clarity hotjar matomo plausible mixpanel amplitude segment posthog sentry optimizely vwo adobe-analytics", "analytics")]
    [InlineData("google-ads meta-pixel youtube tiktok-pixel linkedin-insight x-ads pinterest-tag snap-pixel reddit-pixel bing-ads hubspot criteo taboola outbrain", "marketing")]
    [InlineData("google-maps intercom zendesk recaptcha aspnetcore-culture", "preferences")]
    [InlineData("stripe hcaptcha turnstile cloudflare aspnetcore aspnetcore-session", "necessary")]
    [InlineData("vimeo", "analytics")]
    public void Find_OfACommonService_KnowsItsCategory(string ids, string category) =>
        Assert.All(ids.Split(' '), id => Assert.Equal((id, category), (id, ServiceCatalogue.BuiltIn.Find(id)?.Category)));

    // A required cookie that an optional service's pattern takes would be held back.
    [Fact]
    public void Cookies_OfTheFramework_AreTakenByNoOtherServicesPattern()
    {
        ServiceCatalogue catalogue = ServiceCatalogue.BuiltIn;
        Assert.All(catalogue.Framework.SelectMany(s => s.Cookies), cookie =>
            Assert.DoesNotContain(catalogue.Services.Except(catalogue.Framework).SelectMany(s => s.Cookies), c => c.Name.Covers(cookie.Name)));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
