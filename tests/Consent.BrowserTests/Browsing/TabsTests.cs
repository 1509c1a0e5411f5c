using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Browsing;

public sealed class TabsTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Accept_InOneTab_TheOtherFollows(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor first = await Visitor.ComeAsync(browsers, shop, kind);
        Visitor second = await first.OpenTabAsync();
        await first.OpenAsync("/");
        await second.OpenAsync("/visit");

        await first.AcceptAsync();
        await shop.Arrivals.WaitForAsync([.. Tells.Home, .. Tells.Visit]);

        await second.Page.WaitForFunctionAsync("() => !document.querySelector('[data-pc=banner]')");
        Assert.Equal("Granted", await second.ReasonAsync("marketing"));
    }

    [Theory]
    [BothBrowsers]
    public async Task Withdraw_InOneTab_TheOtherIsLoadedAnewAndClosed(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor first = await Visitor.ComeAsync(browsers, shop, kind);
        await first.OpenAsync("/");
        await first.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        Visitor second = await first.OpenTabAsync();
        await second.OpenAsync("/");
        await shop.Arrivals.WaitForAsync([.. Tells.Home, .. Tells.Home]);

        await second.ReloadByAsync(first.WithdrawAsync);
        shop.Arrivals.Forget();
        await second.FenceAsync();
        await second.OpenAsync("/visit");
        await second.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
        Assert.Equal("Refused", await second.ReasonAsync("marketing"));
    }
}
