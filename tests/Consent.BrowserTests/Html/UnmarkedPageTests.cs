using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Html;

public sealed class UnmarkedPageTests(BrowserFixture browsers)
{
    private const string Grant = "() => { void window.consent.set({ analytics: true, marketing: false }); }";

    private const string Read = """
        id => [
          [`#form-${id}`, 'action'], [`#form-${id} button`, 'formaction'], [`#ping-${id}`, 'ping'], [`#set-${id}`, 'to'],
          [`style#sheet-${id}`, 'type'],
        ].map(([what, name]) => document.querySelector(what)?.getAttribute(name) ?? '')
        """;

    [Theory]
    [BothBrowsers]
    public async Task Page_BeforeConsent_ReachesNoThirdParty(BrowserKind kind)
    {
        await using UnmarkedSite site = await UnmarkedSite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(site.Url);
        await FenceAsync(page, site);

        Assert.Empty(site.Arrived);
    }

    [Theory]
    [BothBrowsers]
    public async Task Grant_OfOneCategory_OpensWhatIsItsWithoutAReload(BrowserKind kind)
    {
        await using UnmarkedSite site = await UnmarkedSite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync("""
            window.violations = [];
            document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.effectiveDirective} ${e.sample}`));
            """);
        await page.GotoAsync(site.Url);
        await page.EvaluateAsync("() => { window.isSame = true; }");

        await page.EvaluateAsync(Grant);
        foreach (string path in UnmarkedPage.Loading)
        {
            await site.WaitForAsync("stats " + path);
        }

        await FenceAsync(page, site);
        Assert.Equal(
            UnmarkedPage.Loading.Select(static path => "stats " + path).Order(StringComparer.Ordinal),
            site.Arrived.Except(UnmarkedPage.Possible.Select(static path => "stats " + path)));
        Assert.True(await page.EvaluateAsync<bool>("() => window.isSame === true"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.violations"));
    }

    [Theory]
    [BothBrowsers]
    public async Task Grant_OfOneCategory_GivesBackWhatLoadsNothingByItself(BrowserKind kind)
    {
        await using UnmarkedSite site = await UnmarkedSite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Url);

        await page.EvaluateAsync(Grant);
        await site.WaitForAsync("stats /inline.gif");   // scripts come last

        string at = site.At("stats");
        Assert.Equal(
            [at + "action", at + "formaction", at + "ping?a=1&b=2", at + "set-to", "text/css"],
            await page.EvaluateAsync<string[]>(Read, "stats"));
        Assert.Equal(["", "", "", "", ""], await page.EvaluateAsync<string[]>(Read, "ads"));
        string sheet = await page.EvaluateAsync<string>("() => document.querySelector('style#sheet-stats').textContent");
        Assert.EndsWith("/* > & \" */", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [BothBrowsers]
    public async Task Refresh_ToADeniedHost_StaysClosedInThePageAfterTheGrant(BrowserKind kind)
    {
        await using UnmarkedSite site = await UnmarkedSite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Url + "refresh");
        await page.EvaluateAsync("() => window.consent.set({ analytics: true, marketing: false }).then(() => true)");

        await FenceAsync(page, site);

        Assert.Empty(site.Arrived);
        Assert.Equal(site.Url + "refresh", page.Url);
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('meta[data-content]:not([content])') !== null"));
    }

    /// <summary>All that the page had asked for by now has then arrived, or never will.</summary>
    private static async Task FenceAsync(IPage page, UnmarkedSite site) =>
        await page.EvaluateAsync("url => fetch(url, { mode: 'no-cors' }).then(() => true)", site.At("fence"));
}
