using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Consent.AspNetCore.Tests.Razor;

public sealed class ConsentTagHelperTests
{
    private static readonly string[] s_loading = ["src", "srcset", "href", "imagesrcset", "poster", "data", "srcdoc"];

    [Theory]
    [InlineData("external", "analytics", "src=https://a.example/tag.js?a=1&b=2")]
    [InlineData("module", "analytics", "src=/module.js")]
    [InlineData("both", "analytics marketing", "src=https://a.example/both.js")]
    [InlineData("style", "marketing", "href=https://a.example/style.css")]
    [InlineData("preload", "marketing", "href=https://a.example/1.png", "imagesrcset=https://a.example/1.png 1x")]
    [InlineData("img", "marketing", "src=https://a.example/pixel.gif", "srcset=https://a.example/pixel2.gif 2x")]
    [InlineData("iframe", "marketing", "src=https://v.example/embed")]
    [InlineData("srcdoc", "marketing", "srcdoc=<img src=\"https://a.example/p.gif\">")]
    [InlineData("video", "marketing", "src=https://v.example/film.mp4", "poster=https://v.example/film.jpg")]
    [InlineData("nested-source", "marketing", "src=https://v.example/film.webm")]
    [InlineData("nested-track", "marketing", "src=https://v.example/film.vtt")]
    [InlineData("audio", "marketing", "src=https://v.example/song.mp3")]
    [InlineData("picture-source", "marketing", "srcset=https://a.example/wide.png")]
    [InlineData("picture-img", "marketing", "src=https://a.example/narrow.png")]
    [InlineData("source", "marketing", "src=https://v.example/song.ogg")]
    [InlineData("embed", "marketing", "src=https://v.example/plan.pdf")]
    [InlineData("object", "marketing", "data=https://v.example/plan.svg")]
    [InlineData("input", "marketing", "src=https://a.example/go.png")]
    public async Task Element_WithConsent_LoadsNothing(string id, string category, params string[] held)
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement element = await FindAsync(site, "/elements", id);

        Assert.Equal(category, element.GetAttribute("data-consent"));
        Assert.False(element.HasAttribute("consent"));
        foreach (string attribute in held)
        {
            int split = attribute.IndexOf('=', StringComparison.Ordinal);
            Assert.Equal(attribute[(split + 1)..], element.GetAttribute("data-" + attribute[..split]));
        }

        Assert.DoesNotContain(element.Attributes, a => s_loading.Contains(a.Name) && !a.Value.StartsWith("data:image/gif;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("external", null)]
    [InlineData("module", "module")]
    [InlineData("inline", null)]
    public async Task Script_WithConsent_IsADataBlock(string id, string? type)
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement script = await FindAsync(site, "/elements", id);

        Assert.Equal("text/plain", script.GetAttribute("type"));
        Assert.Equal(type, script.GetAttribute("data-type"));
    }

    [Fact]
    public async Task Script_WithNonceAndAsync_KeepsThem()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement script = await FindAsync(site, "/elements", "external");

        Assert.Equal("n1", script.GetAttribute("nonce"));
        Assert.True(script.HasAttribute("async"));
    }

    [Fact]
    public async Task InlineScript_WithConsent_KeepsItsContent()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement script = await FindAsync(site, "/elements", "inline");

        Assert.Equal("if (1 < 2) { window.inline = \"<b>\"; }", script.TextContent);
        Assert.Equal("n2", script.GetAttribute("nonce"));
    }

    [Theory]
    [InlineData("img")]
    [InlineData("picture-img")]
    public async Task Image_Closed_HasAnEmptySourceAndIsValid(string id)
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement image = await FindAsync(site, "/elements", id);

        Assert.Equal("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", image.GetAttribute("src"));
    }

    [Fact]
    public async Task Element_OfARequiredCategory_IsOpenAndMarked()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement script = await FindAsync(site, "/elements", "required");

        Assert.Equal("necessary", script.GetAttribute("data-consent"));
        Assert.Equal("/own.js", script.GetAttribute("src"));
        Assert.False(script.HasAttribute("type"));
    }

    [Fact]
    public async Task Source_InAVideoWithoutConsent_IsLeftAlone()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement source = await FindAsync(site, "/elements", "free-source");

        Assert.Equal("/own.webm", source.GetAttribute("src"));
        Assert.False(source.HasAttribute("data-consent"));
    }

    [Fact]
    public async Task Page_ForVisitorsWhoDiffer_IsTheSame()
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Assert.Equal(await site.GetTextAsync("/elements"), await site.GetTextAsync("/elements", ("Sec-GPC", "1"), ("DNT", "1")));
    }

    [Theory]
    [InlineData("versioned", "data-src", "gate.js")]
    [InlineData("versioned-style", "data-href", "choices.css")]
    [InlineData("versioned-img", "data-src", "gate.js")]
    public async Task Asset_WithAppendVersion_KeepsItsVersion(string id, string attribute, string file)
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement element = await FindAsync(site, "/assets", id);

        Assert.StartsWith($"/_content/Consent.Razor/{file}?v=", element.GetAttribute(attribute), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("versioned", "data-src", "gate", "js")]
    [InlineData("versioned-style", "data-href", "choices", "css")]
    public async Task Asset_WithFingerprint_KeepsIt(string id, string attribute, string name, string extension)
    {
        await using RazorSite site = await RazorSite.StartAsync(fingerprints: true);
        IElement element = await FindAsync(site, "/assets", id);

        Assert.Matches($"^/_content/Consent\\.Razor/{name}\\.[a-z0-9]+\\.{extension}$", element.GetAttribute(attribute));
    }

    [Fact]
    public async Task Scripts_OfSrcInclude_AreAllClosed()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IHtmlDocument page = await site.GetDocumentAsync("/generated");
        IElement[] scripts = [.. page.QuerySelectorAll("script.included")];

        Assert.Equal(
            ["/_content/Consent.Razor/choices.js", "/_content/Consent.Razor/gate.js"], scripts.Select(s => s.GetAttribute("data-src")).Order());
        Assert.All(scripts, s => Assert.Equal(("analytics", "text/plain", "a > b"), (s.GetAttribute("data-consent"), s.GetAttribute("type"), s.GetAttribute("data-note"))));
        Assert.All(scripts, s => Assert.False(s.HasAttribute("src")));
    }

    [Fact]
    public async Task Links_OfHrefInclude_AreAllClosed()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IHtmlDocument page = await site.GetDocumentAsync("/generated");
        IElement link = Assert.Single(page.QuerySelectorAll("link.styles"));

        Assert.Equal("/_content/Consent.Razor/choices.css", link.GetAttribute("data-href"));
        Assert.Equal("analytics", link.GetAttribute("data-consent"));
        Assert.False(link.HasAttribute("href"));
    }

    [Fact]
    public async Task Script_WithFallback_ClosesTheFallbackAndDropsDocumentWrite()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IHtmlDocument page = await site.GetDocumentAsync("/generated");
        IElement fallback = page.QuerySelector("#fallback")!.NextElementSibling!;

        Assert.Equal("text/plain", fallback.GetAttribute("type"));
        Assert.Equal("analytics", fallback.GetAttribute("data-consent"));
        Assert.Matches("^\\(window\\.lib\\|\\|document\\.head\\.append\\(.*createContextualFragment\\(\".*lib\\.js.*\"\\)\\)\\);$", fallback.TextContent);
        Assert.DoesNotContain("document.write", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WithFallback_IsAnErrorThatSaysWhy()
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Exception error = Assert.IsType<InvalidOperationException>(await site.GetErrorAsync("/link-fallback"));
        Assert.Contains("asp-fallback-href", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analitics", "\"analitics\" is not a category")]
    [InlineData("analytics nothing", "\"nothing\" is not a category")]
    [InlineData("", "it names no category")]
    public async Task Category_Unknown_IsAnErrorThatNamesTheKnown(string category, string problem)
    {
        await using RazorSite site = await RazorSite.StartAsync();

        Exception error = Assert.IsType<InvalidOperationException>(await site.GetErrorAsync("/named?category=" + Uri.EscapeDataString(category)));
        Assert.StartsWith($"<script consent=\"{category}\">: {problem}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("necessary, preferences, analytics, marketing.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<IElement> FindAsync(RazorSite site, string path, string id) =>
        (await site.GetDocumentAsync(path)).GetElementById(id) ?? throw new InvalidOperationException($"{path} has no #{id}.");
}
