using Consent.BrowserTests.Browsers;
using Consent.BrowserTests.Shops;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Consent.BrowserTests.Looks;

public sealed class AccessibilityTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/visit")]
    [InlineData("/pieces/ridge-teapot")]
    [InlineData("/trackers")]
    [InlineData("/privacy-choices")]
    public async Task Page_WithWhatTheGatePlaced_HasNoAxeViolation(string path)
    {
        await using ShopServer shop = new();
        foreach (Microsoft.Playwright.ColorScheme scheme in new[] { Microsoft.Playwright.ColorScheme.Light, Microsoft.Playwright.ColorScheme.Dark })
        {
            await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, BrowserKind.Chromium, options: new() { ColorScheme = scheme });
            await visitor.OpenAsync(path);

            AxeResult result = await visitor.Page.RunAxe(new AxeRunOptions { Iframes = false });    // the frames are pages of their own

            Assert.True(result.Violations.Length == 0, scheme + ": " + string.Join("\n", result.Violations.Select(
                v => $"{v.Id}: {v.Help} {string.Join(" ", v.Nodes.Select(n => n.Html))}")));
        }
    }

    [Fact]
    public async Task Dialog_Opened_HasNoAxeViolationAndHoldsTheFocus()
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, BrowserKind.Chromium);
        await visitor.OpenAsync("/");
        await visitor.RefuseAsync();

        await visitor.OpenChoicesAsync();
        AxeResult result = await visitor.Page.RunAxe();

        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}"));
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.querySelector('[data-pc=dialog]').contains(document.activeElement)"));
        await visitor.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await visitor.Dialog.CountAsync());
    }

    [Theory]
    [BothBrowsers]
    public async Task Banner_Appearing_MovesNothing(BrowserKind kind)
    {
        await using ShopServer shop = new();
        await using Visitor visitor = await Visitor.ComeAsync(browsers, shop, kind);
        await visitor.OpenAsync("/");
        double with = await TopOfHeadingAsync(visitor);

        await visitor.RefuseAsync();

        Assert.Equal(with, await TopOfHeadingAsync(visitor), 0.5);
    }

    private static Task<double> TopOfHeadingAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<double>("() => document.querySelector('h1').getBoundingClientRect().top + scrollY");
}
