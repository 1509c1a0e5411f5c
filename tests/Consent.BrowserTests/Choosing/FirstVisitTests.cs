using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;
using Microsoft.Playwright;
using Shop.Trying;

namespace Consent.BrowserTests.Choosing;

public sealed class FirstVisitTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task FirstVisit_WalkThroughTheShop_NothingArrives(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);

        foreach (string path in new[] { "/", "/visit", "/pieces/moon-jar", "/cart" })
        {
            await visitor.OpenAsync(path);
            Assert.True(await visitor.Banner.IsVisibleAsync(), path);
            await visitor.FenceAsync();
        }

        Assert.Empty(shop.Arrivals.Told);
        Assert.Empty(await visitor.OptionalCookiesAsync());
        Assert.Equal("NotAsked", await visitor.ReasonAsync("analytics"));
    }

    [Theory]
    [BothBrowsers]
    public async Task FirstVisit_TabKey_ReachesTheAnswersFirst(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");

        List<string> reached = [];
        for (int i = 0; i < 4; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visitor.Page.EvaluateAsync<string>(
                "() => document.activeElement.dataset.pcAction ?? document.activeElement.className"));
        }

        Assert.Equal(["refuse", "accept", "choose", "skip"], reached);
    }

    [Theory]
    [BothBrowsers]
    public async Task FirstVisit_Banner_RefusesAsEasilyAsItAccepts(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, options: new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await visitor.OpenAsync("/");

        LocatorBoundingBoxResult refuse = (await visitor.Banner.Locator("[data-pc-action=refuse]").BoundingBoxAsync())!;
        LocatorBoundingBoxResult accept = (await visitor.Banner.Locator("[data-pc-action=accept]").BoundingBoxAsync())!;

        Assert.Equal(accept.Width, refuse.Width, 1.0);
        Assert.Equal(accept.Height, refuse.Height, 1.0);
        Assert.InRange(refuse.Y + refuse.Height, 0, 844);
        Assert.InRange(accept.Y + accept.Height, 0, 844);
    }

    [Theory]
    [BothBrowsers]
    public async Task FirstVisit_FromAnOptOutRegion_AllArrivesUntilRefused(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.Context.AddCookiesAsync([new() { Url = shop.Url("/"), Name = Attempt.CookieName, Value = "US-CA%7C" }]);
        await visitor.OpenAsync("/");
        await shop.Arrivals.WaitForAsync(Tells.Home);

        await visitor.ReloadByAsync(() => visitor.Page.EvaluateAsync("() => { window.consent.set('none'); }"));
        shop.Arrivals.Forget();
        await visitor.OpenAsync("/visit");
        await visitor.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
    }
}
