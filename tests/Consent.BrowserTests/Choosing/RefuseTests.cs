using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;

namespace Consent.BrowserTests.Choosing;

public sealed class RefuseTests(BrowserFixture browsers)
{
    [Theory]
    [BothBrowsers]
    public async Task Refuse_ThenWalkThroughTheShop_NothingArrivesAndNobodyAsksAgain(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");

        await visitor.RefuseAsync();
        await visitor.FenceAsync();
        foreach (string path in new[] { "/", "/visit", "/pieces/moon-jar" })
        {
            await visitor.OpenAsync(path);
            Assert.Equal(0, await visitor.Banner.CountAsync());
            await visitor.FenceAsync();
        }

        Assert.Empty(shop.Arrivals.Told);
        Assert.Empty(await visitor.OptionalCookiesAsync());
        Assert.Equal("Refused", await visitor.ReasonAsync("analytics"));
    }

    [Theory]
    [BothBrowsers]
    public async Task Refuse_ThenBuySomething_TheShopWorks(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/pieces/dawn-mug");
        await visitor.RefuseAsync();

        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "To the checkout" }).ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("Ada");
        await visitor.Page.GetByLabel("E-mail").FillAsync("ada@example.org");
        await visitor.Page.GetByLabel("Address").FillAsync("1 Engine Road");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();

        await visitor.Page.GetByText("Thank you, Ada.").WaitForAsync();
        Assert.Empty(shop.Arrivals.Told);
    }
}
