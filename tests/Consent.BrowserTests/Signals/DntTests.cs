using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Signals;

public sealed class DntTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task DntOn_FirstVisit_NothingArrivesAndNobodyAsks(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, Signal.Dnt);
        await visitor.OpenAsync("/visit");
        await visitor.OpenAsync("/");
        await visitor.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
        Assert.Empty(await visitor.OptionalCookiesAsync());
        Assert.Equal(0, await visitor.Banner.CountAsync());
        Assert.Equal("Dnt", await visitor.ReasonAsync("analytics"));
        Assert.Contains("Opt-Out Request Honored", await visitor.Page.Locator("[data-pc=status]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [BothBrowsers]
    public async Task DntOn_AnalyticsTurnedOnByItself_OverridesTheSignal(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, Signal.Dnt);
        await visitor.OpenAsync("/");

        await visitor.OpenChoicesAsync();
        await visitor.Dialog.Locator("[data-pc-category=analytics]").CheckAsync();
        await visitor.Dialog.Locator("[data-pc-action=save]").ClickAsync();
        await shop.Arrivals.WaitForAsync(Tells.Analytics);
        await visitor.FenceAsync();

        Assert.Equal(Tells.Analytics, shop.Arrivals.Told);
        Assert.All(shop.Arrivals.All, r => Assert.Equal("1", r.Dnt));
        Assert.Equal("Dnt", await visitor.ReasonAsync("marketing"));
    }
}
