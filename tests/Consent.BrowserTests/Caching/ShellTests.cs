using System.Net;
using Consent.BrowserTests.Browsers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Caching;

/// <summary>A page that a cache outside everything keeps, made once for all visitors.</summary>
public sealed class ShellTests(BrowserFixture browsers)
{
    private const string Banner = "[data-pc=banner]";

    [Theory]
    [BothBrowsers]
    public async Task Shell_IsMadeOnceAndOpenedForTheVisitorWhoGranted(BrowserKind kind)
    {
        int made = 0;
        await using WebApplication site = await StartAsync(() => made++);
        await using IBrowserContext granting = await browsers.NewContextAsync(kind);
        await using IBrowserContext other = await browsers.NewContextAsync(kind);
        IPage page = await granting.NewPageAsync();
        await page.GotoAsync(site.Urls.First());

        await page.Locator(Banner).WaitForAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => window.counted === true"));
        await page.ClickAsync("[data-pc-action=accept]");
        await page.WaitForFunctionAsync("() => window.counted === true");

        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => window.counted === true");
        Assert.False(await page.Locator(Banner).IsVisibleAsync());

        IPage second = await other.NewPageAsync();
        await second.GotoAsync(site.Urls.First());
        await second.Locator(Banner).WaitForAsync();
        Assert.False(await second.EvaluateAsync<bool>("() => window.counted === true"));
        await second.ClickAsync("[data-pc-action=refuse]");
        await second.Locator(Banner).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await second.ReloadAsync();
        await second.WaitForFunctionAsync("() => window.consent.state.categories.analytics.reason === 'Refused'");
        Assert.False(await second.Locator(Banner).IsVisibleAsync());
        Assert.False(await second.EvaluateAsync<bool>("() => window.counted === true"));
        Assert.Equal(1, made);
    }

    private static async Task<WebApplication> StartAsync(Action makes)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddConsent(static options => options.Shell = true);
        builder.Services.AddOutputCache();
        WebApplication site = builder.Build();
        site.UseOutputCache();
        site.UseConsent();
        site.MapConsent();
        site.MapGet("/", (RequestDelegate)(context =>
        {
            makes();
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Shell</title></head>
                <body><main><h1>Shell</h1></main><script data-consent="analytics">window.counted = true;</script></body></html>
                """);
        })).CacheOutput();
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }
}
