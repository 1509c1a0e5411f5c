using Consent.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Consent.BrowserTests.Packages;

public sealed class PackageTests(BrowserFixture browsers, Newcomer newcomer) : IClassFixture<Newcomer>
{
    [Fact]
    public async Task FreshWebApp_InDevelopment_AsksAndObeys()
    {
        using RunningApp app = await newcomer.Dotnet.StartWebAsync(
            newcomer.Project, "Development", "run", "--no-build", "--no-launch-profile");
        await AssertAsksAndObeysAsync(app.Address);
    }

    [Fact]
    public async Task FreshWebApp_Published_AsksAndObeys()
    {
        using RunningApp app = await newcomer.Dotnet.StartWebAsync(newcomer.Published, "Production", "Web.dll");
        await AssertAsksAndObeysAsync(app.Address);
    }

    [Theory]
    [InlineData("gate.js", "text/javascript")]
    [InlineData("choices.js", "text/javascript")]
    [InlineData("choices.css", "text/css")]
    public async Task PublishedStaticAssets_AreServedWithTheirContent(string file, string type)
    {
        using RunningApp app = await newcomer.Dotnet.StartWebAsync(newcomer.Published, "Production", "Web.dll");
        using HttpClient client = new() { BaseAddress = app.Address };

        using HttpResponseMessage response = await client.GetAsync($"_content/Consent.Razor/{file}", TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task AssertAsksAndObeysAsync(Uri address)
    {
        newcomer.Metrics.Forget();
        await using IBrowserContext context = await browsers.NewContextAsync(BrowserKind.Chromium);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        ILocator banner = page.Locator("[data-pc=banner]");
        await Assertions.Expect(banner).ToBeVisibleAsync();
        Assert.Empty(newcomer.Metrics.Received);

        await banner.Locator("[data-pc-action=accept]").ClickAsync();

        await Assertions.Expect(page.Locator("html[data-measured='1']")).ToBeAttachedAsync();
        await Assertions.Expect(banner).ToBeHiddenAsync();
        Assert.Equal(["/tag.js"], newcomer.Metrics.Received);
    }
}
