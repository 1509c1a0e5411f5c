using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Browsing;

public sealed class HistoryTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Back_ToAPageFromBeforeTheAccept_ThatPageFollows(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.OpenAsync("/visit");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Visit);
        shop.Arrivals.Forget();

        await GoAsync(visitor, -1, "/");
        await shop.Arrivals.WaitForAsync(Tells.Post);

        Assert.Equal(0, await visitor.Banner.CountAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task BackAndForward_ToPagesFromBeforeTheWithdrawal_NothingArrives(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        await visitor.OpenAsync("/visit");
        await shop.Arrivals.WaitForAsync([.. Tells.Visit, .. Tells.Home.Except(Tells.Visit)]);
        await visitor.OpenAsync("/pieces/salt-dish");
        await shop.Arrivals.WaitForAsync([.. Tells.Analytics, .. Tells.Analytics, .. Tells.Analytics]);
        await visitor.WithdrawAsync();
        await visitor.FenceAsync();
        shop.Arrivals.Forget();

        await GoAsync(visitor, -1, "/visit");
        await GoAsync(visitor, -1, "/");
        await GoAsync(visitor, 1, "/visit");
        await visitor.FenceAsync();

        Assert.Empty(shop.Arrivals.Told);
        Assert.Empty(await visitor.OptionalCookiesAsync());
    }

    // Playwright's own GoBack never ends when the page comes from the back/forward cache.
    private static async Task GoAsync(Visitor visitor, int steps, string path)
    {
        await visitor.Page.EvaluateAsync("steps => { history.go(steps); }", steps);
        await visitor.Page.WaitForFunctionAsync("path => location.pathname === path && document.readyState === 'complete'", path);
    }
}
