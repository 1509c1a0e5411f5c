using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Signals;

public sealed class GpcTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task GpcOn_AcceptAll_AdsStayOut(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, Signal.Gpc);
        await visitor.OpenAsync("/");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => navigator.globalPrivacyControl === true"));
        Assert.Equal("Gpc", await visitor.ReasonAsync("marketing"));

        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync([.. Tells.Analytics, .. Tells.Preferences, .. Tells.Post]);
        await visitor.FenceAsync();

        Assert.Equal(Tells.Sorted(Tells.Analytics, Tells.Preferences, Tells.Post), shop.Arrivals.Told);
        Assert.All(shop.Arrivals.All, r => Assert.Equal("1", r.Gpc));
        Assert.DoesNotContain("shop_campaign", await visitor.OptionalCookiesAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task GpcOn_AfterAGrant_TheOlderGrantDoesNotCount(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor before = await Visitor.ComeAsync(browsers, shop, kind);
        await before.OpenAsync("/");
        await before.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        await before.OpenAsync("/");
        await shop.Arrivals.WaitForAsync([.. Tells.Home, .. Tells.Home]);

        await using Visitor now = await Visitor.ComeAsync(browsers, shop, kind, Signal.Gpc);
        await now.RememberAsync(before);
        shop.Arrivals.Forget();
        await now.OpenAsync("/");
        await shop.Arrivals.WaitForAsync([.. Tells.Analytics, .. Tells.Preferences, .. Tells.Post]);
        await now.FenceAsync();

        Assert.Equal(Tells.Sorted(Tells.Analytics, Tells.Preferences, Tells.Post), shop.Arrivals.Told);
        Assert.Equal("Gpc", await now.ReasonAsync("marketing"));
        Assert.DoesNotContain("shop_campaign", await now.OptionalCookiesAsync());
        Assert.Contains("Opt-Out Request Honored", await now.Page.Locator("[data-pc=status]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [BothBrowsers]
    public async Task GpcOn_MarketingTurnedOnByItself_OverridesTheSignal(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind, Signal.Gpc);
        await visitor.OpenAsync("/");
        await visitor.RefuseAsync();

        await visitor.OpenChoicesAsync();
        await visitor.Dialog.Locator("[data-pc-category=marketing]").CheckAsync();
        await visitor.Dialog.Locator("[data-pc-action=save]").ClickAsync();
        await shop.Arrivals.WaitForAsync(Tells.Marketing);
        await visitor.OpenAsync("/");
        await shop.Arrivals.WaitForAsync([.. Tells.Marketing, .. Tells.Marketing]);
        await visitor.FenceAsync();

        Assert.Equal(Tells.Sorted(Tells.Marketing, Tells.Marketing), shop.Arrivals.Told);
        Assert.Equal("Granted", await visitor.ReasonAsync("marketing"));
    }
}
