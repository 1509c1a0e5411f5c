using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Consent.AspNetCore.Tests.Banner;

public sealed class ChoicesPageTests
{
    [Fact]
    public void Page_Always_IsAWholeDocument()
    {
        IHtmlDocument page = new Shown().PageDocument;

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Your privacy choices \u2013 Northwind", page.Title);
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.Equal("/privacy-choices/choices.css", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main [data-pc=choices] h1"));
    }

    [Fact]
    public void Page_WithAWayBack_ShowsItAndKeepsItWhenSaved()
    {
        IHtmlDocument page = new Shown().PageDocument;

        Assert.NotNull(page.QuerySelector("main > .pc-back > a[href='/cart?a=1&b=2']")); // outside of what the script takes into a dialog
        Assert.All(page.Forms, f => Assert.Equal(
            "/privacy-choices?saved=true&returnUrl=%2Fcart%3Fa%3D1%26b%3D2", f.QuerySelector("[name=returnUrl]")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Page_AfterSaving_SaysSo(bool saved) =>
        Assert.Equal(saved, new Shown { Saved = saved }.PageDocument.QuerySelector("[role=status]")!.TextContent.Contains("saved", StringComparison.Ordinal));

    [Fact]
    public void Withdraw_WithoutAGrant_IsNotOffered() => Assert.Null(new Shown().PageDocument.QuerySelector("[data-pc-action=withdraw]"));

    [Fact]
    public void Withdraw_WithAGrant_IsOffered()
    {
        IElement button = new Shown { Choice = static p => default(ConsentChoice).GrantAll(p, Shown.Now) }.PageDocument
            .QuerySelector("[data-pc-action=withdraw]")!;

        Assert.Equal(("withdraw", "true"), (button.GetAttribute("name"), button.GetAttribute("value")));
    }

    [Fact]
    public void Service_Declared_IsShownWithAllThatIsKnown()
    {
        IElement service = new Shown().PageDocument.QuerySelector(".pc-services li")!;

        foreach (string text in (string[])["Counter", "by Counting Ltd", "cnt_* (90 days)", "cnt.*", "counter.example"])
        {
            Assert.Contains(text, service.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("https://counter.example/privacy", service.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("DE", "Nothing optional is used before you allow it. Your region: DE.")]
    [InlineData("US-CA", "Some optional things are on until you turn them off. Your region: US-CA.")]
    [InlineData(null, "Your region is not known, so the most private rules apply.")]
    public void Rules_OfARegion_AreSaidInWords(string? region, string text) =>
        Assert.Contains(text, new Shown { Region = region }.PageDocument.Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void Signals_Received_AreNamed() => Assert.Contains(
        "Global Privacy Control is on. Do Not Track is on.",
        new Shown { Signals = new(Gpc: true, Dnt: true) }.PageDocument.Body!.TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void Controller_WithContact_CanBeReached()
    {
        IHtmlDocument page = new Shown().PageDocument;

        Assert.Equal("privacy@northwind.example", page.QuerySelector("a[href='mailto:privacy@northwind.example']")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='/privacy']"));
        Assert.NotNull(page.QuerySelector("a[href='/privacy-choices/receipt']"));
    }

    [Fact]
    public void Ids_WithBannerAndPageInOneDocument_DontRepeat()
    {
        string[] ids = [.. new Shown().BannerDocument.All.Concat(new Shown().PageDocument.All).Select(e => e.Id ?? "").Where(id => id.Length > 0)];

        Assert.Equal(ids.Distinct(), ids);
    }
}
