using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Choosing;

public sealed class WithdrawTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Withdraw_AfterAccept_NothingArrivesAnyMore(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);

        await visitor.WithdrawAsync();
        shop.Arrivals.Forget();
        await visitor.OpenAsync("/visit");
        await visitor.OpenAsync("/");
        await visitor.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
        Assert.Equal("Refused", await visitor.ReasonAsync("media"));
    }

    [Theory]
    [BothBrowsers]
    public async Task Withdraw_OnAPageWithOpenFrames_TheFramesStayClosed(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/visit");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Visit);
        await visitor.FenceAsync();
        shop.Arrivals.Forget();

        await visitor.WithdrawAsync();      // Firefox would give a reloaded page's frames the addresses that they had before
        await visitor.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
    }

    [Theory]
    [BothBrowsers]
    public async Task Withdraw_AfterAccept_CookiesAreGone(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        shop.Arrivals.Forget();
        await visitor.OpenAsync("/pieces/moon-jar");
        await shop.Arrivals.WaitForAsync(Tells.Piece);
        Assert.Equal(Tells.Cookies, await visitor.OptionalCookiesAsync());

        await visitor.WithdrawAsync();      // on a page beneath the path of shop_seen, which no other page gets to see

        Assert.Empty(await visitor.OptionalCookiesAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task Withdraw_FromElsewhere_CookiesUnderOtherPathsGoWhenTheyAreSeen(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.AcceptAsync();
        await visitor.OpenAsync("/pieces/moon-jar");
        await visitor.OpenAsync("/");

        await visitor.WithdrawAsync();
        await visitor.OpenAsync("/pieces/tide-bowl");

        Assert.Empty(await visitor.OptionalCookiesAsync());
    }
}
