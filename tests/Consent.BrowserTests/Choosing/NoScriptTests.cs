using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Choosing;

public sealed class NoScriptTests(BrowserFixture browsers)
{
    // What a browser without script fetches of the workshop's page when all is allowed.
    private static readonly string[] s_visit =
        [.. Tells.Visit.Where(t => t.StartsWith("maps", StringComparison.Ordinal) || t is "video GET /embed/wheel" or "ads GET /pixel.gif")];

    [Theory]
    [BothBrowsers]
    public async Task WithoutScript_AcceptAndWithdraw_FormsDoIt(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, script: false);
        await visitor.OpenAsync("/visit");
        Assert.Empty(shop.Arrivals.Told);    // without script, nothing is asked for after the page has loaded

        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(s_visit);
        Assert.Equal(s_visit, shop.Arrivals.Told);
        Assert.EndsWith("/visit", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("shop_campaign", await visitor.OptionalCookiesAsync());

        await visitor.ClickAsync(visitor.Page.Locator("footer [data-pc-action=choose]"));
        await visitor.ClickAsync(visitor.Page.Locator("[data-pc-action=withdraw]"));
        await visitor.Page.Locator("[data-pc-action=withdraw]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        shop.Arrivals.Forget();
        await visitor.OpenAsync("/visit");
        Assert.Empty(shop.Arrivals.Told);
        Assert.Empty(await visitor.OptionalCookiesAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task WithoutScript_OneCategory_OnlyThatIsOpen(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, script: false);
        await visitor.OpenAsync("/visit");

        await visitor.ChooseAsync("marketing");
        await visitor.Page.WaitForLoadStateAsync();

        Assert.Equal(["ads GET /pixel.gif"], shop.Arrivals.Told);
    }
}
