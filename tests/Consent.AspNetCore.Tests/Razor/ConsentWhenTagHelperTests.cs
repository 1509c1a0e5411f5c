using System.Net.Http.Headers;

namespace Consent.AspNetCore.Tests.Razor;

public sealed class ConsentWhenTagHelperTests
{
    [Fact]
    public async Task Content_OfADeniedCategory_IsTheElse()
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Assert.Equal("<p>no<b>!</b></p>", (await site.GetTextAsync("/when?category=analytics")).Trim());
    }

    [Theory]
    [InlineData("necessary", "yes")]
    [InlineData("necessary analytics", "no")]
    public async Task Content_OfAllowedCategories_NeedsAllOfThem(string category, string start)
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Assert.StartsWith($"<p>{start}<", (await site.GetTextAsync("/when?category=" + Uri.EscapeDataString(category))).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_WithinAllowedContent_IsStillClosed()
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Assert.Contains("data-src=\"/inner.js\"", await site.GetTextAsync("/when?category=necessary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_ThatWasDecidedWhileRendering_IsThisVisitorsAlone()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        using HttpResponseMessage response = await site.GetAsync("/when?category=analytics");

        CacheControlHeaderValue control = response.Headers.CacheControl!;
        Assert.True(control is { Private: true, Public: false, NoCache: true, SharedMaxAge: null });
        Assert.Superset(new HashSet<string> { "Cookie", "Sec-GPC", "DNT" }, response.Headers.Vary.ToHashSet());
    }

    [Fact]
    public async Task Category_Unknown_IsAnErrorThatNamesTheTag()
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Exception error = Assert.IsType<InvalidOperationException>(await site.GetErrorAsync("/when?category=nothing"));
        Assert.StartsWith("<consent-when category=\"nothing\">: \"nothing\" is not a category", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/when?category=analytics", false)]
    [InlineData("/elements", true)] // so the cache is on
    public async Task Response_ThatWasDecidedWhileRendering_StaysOutOfTheOutputCache(string path, bool cached)
    {
        await using RazorSite site = await RazorSite.StartAsync(cacheOutput: true);
        using HttpResponseMessage first = await site.GetAsync(path);
        using HttpResponseMessage second = await site.GetAsync(path);

        Assert.Equal(cached, second.Headers.Age is not null);
    }
}
