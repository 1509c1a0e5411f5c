using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Choosing;

public sealed class AcceptTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Accept_OnThePage_AllArrivesWithoutAReload(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync("() => { window.isSame = true; }");

        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        await visitor.FenceAsync();

        Assert.Equal(Tells.Home, shop.Arrivals.Told);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isSame === true"));
        Assert.Equal("Granted", await visitor.ReasonAsync("marketing"));
    }

    [Theory]
    [BothBrowsers]
    public async Task Accept_OnThePage_ScriptsRunInDocumentOrder(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.Page.AddInitScriptAsync("""
            window.ran = [];
            document.addEventListener('load', ({ target }) => {
              if (target.dataset?.consent && target.localName === 'script' && !target.hasAttribute('async')) {
                window.ran.push(new URL(target.src).pathname);
              }
            }, true);
            """);
        await visitor.OpenAsync("/");

        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);

        Assert.Equal(["/m.js", "/embed.js", "/retarget.js"], await visitor.Page.EvaluateAsync<string[]>("() => window.ran"));
        Assert.Contains(shop.Arrivals.All, r => r.Path.Contains("event=page", StringComparison.Ordinal));   // queued by the inline snippet before
    }

    [Theory]
    [BothBrowsers]
    public async Task Accept_ThenNextPage_TheServerSendsItOpen(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        await visitor.AcceptAsync();
        await shop.Arrivals.WaitForAsync(Tells.Home);
        shop.Arrivals.Forget();

        await visitor.OpenAsync("/visit");
        await shop.Arrivals.WaitForAsync(Tells.Visit);
        await visitor.FenceAsync();

        Assert.Equal(Tells.Visit, shop.Arrivals.Told);
        Assert.False(await visitor.Banner.IsVisibleAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task Accept_CookieJar_HoldsWhatWasAllowed(BrowserKind kind)
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
    }

    [Theory]
    [BothBrowsers]
    public async Task Choose_OneCategoryAfterAnother_EachBringsItsOwnAndNoMore(BrowserKind kind)
    {
        await using ShopServer shop = new();
        (string Category, string[] Tells)[] rows =
        [
            ("analytics", Tells.Analytics), ("marketing", Tells.Marketing), ("preferences", Tells.Preferences), ("media", Tells.Post),
        ];
        foreach ((string category, string[] tells) in rows)
        {
            await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
            shop.Arrivals.Forget();
            await visitor.OpenAsync("/");

            await visitor.ChooseAsync(category);
            await shop.Arrivals.WaitForAsync(tells);
            await visitor.FenceAsync();

            Assert.Equal(tells.Order(StringComparer.Ordinal), shop.Arrivals.Told);
            foreach ((string other, _) in rows)
            {
                Assert.Equal(other == category, await visitor.Page.EvaluateAsync<bool>("id => window.consent.allows(id)", other));
            }
        }
    }
}
