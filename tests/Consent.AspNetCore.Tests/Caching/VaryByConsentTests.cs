using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class VaryByConsentTests
{
    [Theory]
    [InlineData(PipelineOrder.VaryByDecision)]
    [InlineData(PipelineOrder.VariedCacheOutside)]
    public async Task Page_ThatTheApplicationVaries_IsMadeOnceForEachDecision(string order)
    {
        int made = 0;
        await using Site site = await PipelineOrder.StartAsync(order, c =>
        {
            made++;
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync(c.GetConsent().Allows("analytics") ? "<p>counted</p>" : "<p>not counted</p>");
        });

        for (int round = 0; round < 3; round++)
        {
            Assert.Contains("<p>counted", await (await site.GetAsync("/", site.Granted("analytics"))).TextAsync(), StringComparison.Ordinal);
            Assert.Contains("<p>not counted", await (await site.GetAsync()).TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Requests_ThatDifferInOtherCookies_ShareAnEntry()
    {
        int made = 0;
        await using Site site = await PipelineOrder.StartAsync(PipelineOrder.VaryByDecision, c =>
        {
            made++;
            return Page.WriteAsync(c);
        });

        await site.GetAsync("/", ("Cookie", "basket=1"));
        await site.GetAsync("/", ("Cookie", "basket=2"), ("DNT", "null"), ("Sec-GPC", "0"));

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task VaryByConsent_TurnsCachingOnForNothing()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddOutputCache(static o => o.VaryByConsent()),
            Pipeline = app =>
            {
                app.UseConsent();
                app.UseOutputCache();
                app.Run(c =>
                {
                    made++;
                    return Page.WriteAsync(c);
                });
            },
        });

        await site.GetAsync();
        await site.GetAsync();

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task VaryByConsent_OfOnePolicy_VariesWhatItCaches()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddOutputCache(),
            Pipeline = app =>
            {
                app.UseRouting();
                app.UseConsent();
                app.UseOutputCache();
                app.MapGet("/", (RequestDelegate)(c =>
                {
                    made++;
                    return Page.WriteAsync(c);
                })).CacheOutput(static p => p.VaryByConsent());
            },
        });

        await site.GetAsync();
        await site.GetAsync("/", site.Granted("analytics"));
        await site.GetAsync("/", site.Granted("analytics"));

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Page_WithANonce_IsNotKeptByACacheOutside()
    {
        int made = 0;
        await using Site site = await PipelineOrder.StartAsync(
            PipelineOrder.VariedCacheOutside,
            c =>
            {
                made++;
                return Page.WriteAsync(c);
            },
            static o => o.Nonce = static _ => "n");

        await site.GetAsync();
        await site.GetAsync();

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Page_FromAVariedCacheOutside_IsNoMissingGate()
    {
        await using Site site = await PipelineOrder.StartAsync(PipelineOrder.VariedCacheOutside, Page.WriteAsync);

        await site.GetAsync();
        await site.GetAsync();

        Assert.Empty(site.Log.Of("MissingUseConsent"));
    }
}
