using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class ShellTests
{
    [Fact]
    public async Task Page_IsTheSameForEveryoneAndKeepsItsCacheControl()
    {
        await using Site site = await StartAsync(static c =>
        {
            c.Response.Headers.CacheControl = "public, s-maxage=600";
            c.Response.Headers["CDN-Cache-Control"] = "max-age=600";
            c.Response.Headers.ETag = "\"ungated\"";
            return Page.WriteAsync(c);
        });

        HttpResponseMessage first = await site.GetAsync("/?token=mine");
        string html = await first.TextAsync();
        string granted = await (await site.GetAsync("/?token=other", site.GrantedAll(), ("DNT", "0"))).TextAsync();
        string gpc = await (await site.GetAsync("/", ("Sec-GPC", "1"))).TextAsync();

        Assert.Equal((html, html), (granted, gpc));
        Assert.Equal("public, s-maxage=600", first.Headers.CacheControl?.ToString());
        Assert.True(first.Headers.Contains("CDN-Cache-Control"));
        Assert.Empty(first.Headers.Vary);
        Assert.Null(first.Headers.ETag);
    }

    [Fact]
    public async Task Page_IsClosedWithAHiddenBannerAndAStateToAskFor()
    {
        await using Site site = await StartAsync(Page.WriteAsync);

        string html = await (await site.GetAsync("/", site.GrantedAll())).TextAsync();

        Page.AssertGated(html);
        Assert.Contains(Page.Closed, html, StringComparison.Ordinal);
        Assert.Contains("<html data-pc-prompt=\"None\">", html, StringComparison.Ordinal);
        Assert.Contains("<body><div data-pc=\"shell\" hidden><section data-pc=\"banner\"", html, StringComparison.Ordinal);
        Assert.Contains("\"prompt\":\"None\"", html, StringComparison.Ordinal);
        Assert.Contains("\"shell\":true", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Granted\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_CarriesNoVisitorsCookies()
    {
        await using Site site = await StartAsync(static c =>
        {
            c.Response.Headers.SetCookie = "_stats=1";
            return Page.WriteAsync(c);
        });

        Assert.Empty((await site.GetAsync("/", site.GrantedAll())).SetCookies());
        Assert.Empty((await site.GetAsync("/", ("Cookie", "_stats=1"))).SetCookies());
    }

    [Fact]
    public async Task Answers_ThatAreNoPage_AreForTheirVisitor()
    {
        await using Site site = await StartAsync(static c =>
        {
            c.Response.Headers.SetCookie = "_stats=1";
            return c.Response.WriteAsync("plain");
        });

        Assert.Single((await site.GetAsync("/", site.GrantedAll())).SetCookies());
        Assert.Empty((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task State_IsTheVisitorsAndNeverStored()
    {
        await using Site site = await StartAsync(Page.WriteAsync);

        HttpResponseMessage state = await site.GetAsync("/privacy-choices/state", site.Granted("analytics"));

        Assert.Equal("no-store", state.Headers.CacheControl?.ToString());
        Assert.True((await state.JsonAsync()).GetProperty("categories").GetProperty("analytics").GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task PageThatAnswersAChoice_IsForItsVisitor()
    {
        await using Site site = await StartAsync(static c =>
        {
            c.Features.Get<IConsentFeature>()!.GrantAll();
            return Page.WriteAsync(c);
        });

        HttpResponseMessage response = await site.GetAsync();

        Assert.Contains(Page.Opened, await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
        Assert.Single(response.SetCookies());
    }

    [Fact]
    public async Task PageWithACsp_IsForItsVisitor()
    {
        await using Site site = await StartAsync(Page.WriteAsync, """{ "csp": "enforce" }""");

        HttpResponseMessage response = await site.GetAsync();

        Page.AssertAsks(await response.TextAsync());
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("response caching, consent")]
    [InlineData("output cache, consent")]
    [InlineData("consent, output cache")]
    public async Task Cache_AnywhereInThePipeline_KeepsOnePageForEveryone(string order)
    {
        int made = 0;
        await using Site site = await PipelineOrder.StartAsync(
            order,
            c =>
            {
                made++;
                return Page.WriteAsync(c);
            },
            static o => o.Shell = true);

        string granted = await (await site.GetAsync("/", site.GrantedAll())).TextAsync();
        HttpResponseMessage first = await site.GetAsync();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(granted, await first.TextAsync());
        Assert.Equal(1, made);
    }

    private static Task<Site> StartAsync(RequestDelegate page, string policy = Site.AnalyticsAndMarketing) => Site.StartAsync(new SiteSetup
    {
        Policy = policy,
        Options = static o => o.Shell = true,
        Pipeline = app => Site.UseAll(app, page),
    });
}
