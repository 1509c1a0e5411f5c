using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Looks;

public sealed class StrictPageTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Accept_UnderNonceAndTrustedTypes_OpensWithoutAReloadOrAViolation(BrowserKind kind)
    {
        await using StrictSite site = await StrictSite.StartAsync();
        await using IBrowserContext context = await browsers.NewContextAsync(kind);
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync("""
            window.violations = [];
            document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
            """);
        await page.GotoAsync(site.Url);
        Assert.Empty(site.Arrived);
        await page.EvaluateAsync("() => { window.isSame = true; }");

        await page.Locator("[data-pc-action=accept]").ClickAsync();
        await site.WaitForAsync("/pixel.gif");
        await site.WaitForAsync("/done?after=inline");
        Assert.True(await page.EvaluateAsync<bool>("() => window.isSame === true"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.violations"));
    }
}
