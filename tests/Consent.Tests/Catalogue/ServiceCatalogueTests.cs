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

    [Fact]
    public void Services_ThatAreSale_StandInASaleCategory()
    {
        Assert.All(ServiceCatalogue.BuiltIn.Services.Where(s => s.Sale), s => Assert.True(ConsentPolicy.Default.FindCategory(s.Category)!.Sale, s.Id));
        Assert.True(ConsentPolicy.Default.FindHost("doubleclick.net")?.Service.Sale);
        Assert.False(ConsentPolicy.Default.FindHost("hotjar.com")?.Service.Sale);
    }

    // A host that lies within another service's is found by its longer suffix. That is meant for these parents alone.
    [Fact]
    public void Hosts_WithinAnotherServices_AreOfHostsThatServeManyServices()
    {
        string[] shared =
        [
            "google.com", "gstatic.com", "facebook.com", "tiktok.com", "twitter.com", "x.com", "wp.com", "w.org", "wix.com", "squarespace.com",
            "salesforce.com", "omtrdc.net", "consensu.org", "quantcast.com", "inmobi.com", "privacymanager.io", "trustcommander.net", "imgix.net", "webvisor.org",
        ];
        Dictionary<string, string> owners = ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts.Select(h => (h, s.Id))).ToDictionary();
        foreach ((string host, string id) in owners)
        {
            for (int dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
            {
                string parent = host[(dot + 1)..];
                if (owners.TryGetValue(parent, out string? owner))
                {
                    Assert.False(owner == id, $"{host} of {id} is found by {parent} already");
                    Assert.Contains(parent, shared);
                }
            }
        }
    }

    // A pattern of a few characters takes cookies of the site's own; a short signature takes its scripts.
    [Fact]
    public void PatternsAndSignatures_All_AreSpecific()
    {
        Assert.All(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Cookies).Where(c => !c.Name.IsExact), c => Assert.True(c.Name.Text.Length > 3, c.Name.Text));
        Assert.All(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Storage).Where(k => !k.IsExact), k => Assert.True(k.Text.Length > 3, k.Text));
        Assert.All(ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Scripts), t => Assert.True(t.Length > 3, t));
    }

    [Theory]
    [InlineData("_ga _ga_ABC123 _gid _fbp _gcl_au _uetsid _ttp _pin_unauth _scid _rdt_uuid _clck _hjSessionUser_1 _pk_id.1.1fff mp_abc_mixpanel", "google-analytics google-analytics google-analytics meta-pixel google-ads bing-ads tiktok-pixel pinterest-tag snap-pixel reddit-pixel microsoft-clarity hotjar matomo mixpanel")]
    [InlineData("AWSALB ARRAffinity BIGipServerpool NSC_x __cf_bm incap_ses_1_2 visid_incap_9 ak_bmsc bm_sv JSESSIONID PHPSESSID laravel_session csrftoken sessionid connect.sid", "aws-load-balancing azure-app-service f5-big-ip citrix-adc cloudflare imperva imperva akamai akamai server-session server-session server-session server-session server-session server-session")]
    [InlineData("wordpress_logged_in_1a wp-settings-1 wp-settings-time-1 woocommerce_cart_hash mage-cache-sessid fe_typo_user dwsid", "wordpress wordpress wordpress woocommerce magento joomla-typo3 salesforce-commerce")]
    [InlineData("OptanonConsent CookieConsent uc_settings didomi_token notice_preferences osano_consentmanager klaro cc_cookie cmplz_marketing cookieyes-consent borlabs-cookie _iub_cs-1 axeptio_cookies _sp_v1_data CookieControl euconsent-v2", "onetrust cookiebot usercentrics didomi trustarc osano klaro orestbida-cookieconsent complianz cookieyes borlabs iubenda axeptio sourcepoint civic iab-tcf")]
    public void FindCookie_OfACommonCookie_FindsItsService(string cookies, string services) =>
        Assert.Equal(services.Split(' '), cookies.Split(' ').Select(c => ConsentPolicy.Default.FindCookie(c)?.Service.Id));

    [Fact]
    public void FindStorage_OfACommonKey_FindsItsService()
    {
        Assert.Equal("youtube", ConsentPolicy.Default.FindStorage("yt-remote-device-id")?.Service.Id);
        Assert.Equal("marketing", ConsentPolicy.Default.FindStorage("yt-remote-device-id")?.Category?.Id);
        Assert.Null(ConsentPolicy.Default.FindStorage("theme"));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
