using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Consent.AspNetCore.Tests.Banner;

public sealed class BannerTests
{
    [Fact]
    public void Banner_Always_IsALabelledRegionAndNotModal()
    {
        IHtmlDocument page = new Shown().BannerDocument;
        IElement banner = page.QuerySelector("section[data-pc=banner]")!;

        Assert.Equal("region", banner.GetAttribute("role"));
        Assert.Equal("Your privacy choices", page.GetElementById(banner.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.False(banner.HasAttribute("aria-modal"));
    }

    [Fact]
    public void Banner_OfANamedController_SaysWhoAsksForWhat() =>
        Assert.Contains(
            "Northwind would like to use cookies and similar technology for remembering your preferences, measuring how the site is used and advertising",
            new Shown().BannerDocument.Body!.TextContent,
            StringComparison.Ordinal);

    [Fact]
    public void Banner_OfAnUnnamedController_SpeaksOfTheSite() =>
        Assert.Contains("This site would like", new Shown { Policy = ConsentPolicy.Default }.BannerDocument.Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void AcceptAndRefuse_Always_AreAlikeAndSideBySideWithRefuseFirst()
    {
        IHtmlDocument page = new Shown().BannerDocument;
        IElement refuse = page.QuerySelector("[data-pc-action=refuse]")!;
        IElement accept = page.QuerySelector("[data-pc-action=accept]")!;

        Assert.Same(accept, refuse.NextElementSibling);
        Assert.Equal("form", refuse.ParentElement!.LocalName);
        Assert.Null(refuse.Closest("details"));
        Assert.Equal(refuse.Attributes.Select(a => a.Name), accept.Attributes.Select(a => a.Name));
        Assert.Equal(
            refuse.Attributes.Where(a => a.Name is not ("value" or "data-pc-action")).Select(a => a.Value),
            accept.Attributes.Where(a => a.Name is not ("value" or "data-pc-action")).Select(a => a.Value));
    }

    [Fact]
    public void StyleSheet_Always_TreatsEveryActionAlike() => Assert.All(
        ["accept", "refuse", "=\"all\"", "nth-", "first-", "last-", ":default"],
        word => Assert.DoesNotContain(word, BrowserFile.Read("choices.css"), StringComparison.Ordinal));

    [Fact]
    public void Forms_Always_PostExactlyOneMemberEach()
    {
        foreach (IHtmlFormElement form in new Shown { Choice = GrantAnalytics }.PageDocument.Forms)
        {
            bool choices = form.QuerySelector("[name^='choices.']") is not null;
            bool all = form.QuerySelector("[name=all]") is not null;
            bool withdraw = form.QuerySelector("[name=withdraw]") is not null;

            Assert.Single(new[] { choices, all, withdraw }, static isThere => isThere);
            Assert.Equal(("post", "/privacy-choices"), (form.GetAttribute("method"), form.GetAttribute("action")));
            Assert.All(form.QuerySelectorAll("button"), b => Assert.Equal("submit", b.GetAttribute("type")));
        }
    }

    [Fact]
    public void CheckBoxes_InAnOptInRegime_AreNeverTickedBeforehand()
    {
        IElement[] boxes = [.. new Shown().BannerDocument.QuerySelectorAll("input[data-pc-category]:not([disabled])")];

        Assert.Equal(["preferences", "analytics", "marketing"], boxes.Select(b => b.GetAttribute("data-pc-category")!));
        Assert.All(boxes, b => Assert.False(b.HasAttribute("checked")));
        Assert.All(boxes, b => Assert.Equal("off", b.GetAttribute("autocomplete")));
    }

    [Fact]
    public void CheckBox_Always_StandsBehindAHiddenNo()
    {
        IElement box = new Shown().BannerDocument.QuerySelector("input[data-pc-category=analytics]")!;
        IElement no = box.PreviousElementSibling!;

        Assert.Equal(("hidden", "choices.analytics", "false"), (no.GetAttribute("type"), no.GetAttribute("name"), no.GetAttribute("value")));
        Assert.Equal(("choices.analytics", "true"), (box.GetAttribute("name"), box.GetAttribute("value")));
    }

    [Fact]
    public void CheckBox_OfARequiredCategory_IsOnAndSendsNothing()
    {
        IElement box = new Shown().BannerDocument.QuerySelector("input[data-pc-category=necessary]")!;

        Assert.True(box.HasAttribute("checked") && box.HasAttribute("disabled"));
        Assert.False(box.HasAttribute("name"));
        Assert.Contains("Always on", box.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckBoxes_Always_HaveNameAndDescription()
    {
        IHtmlDocument page = new Shown { Signals = Shown.Gpc }.BannerDocument;

        Assert.All(page.QuerySelectorAll("input[type=checkbox]"), box =>
        {
            Assert.NotNull(page.QuerySelector($"label[for={box.Id}]"));
            Assert.All(box.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        });
    }

    [Fact]
    public void Category_DeniedByGpc_SaysSoAndIsNotTicked()
    {
        IHtmlDocument page = new Shown { Signals = Shown.Gpc, Choice = static p => default(ConsentChoice).GrantAll(p, Shown.Now) }.BannerDocument;
        IElement box = page.QuerySelector("input[data-pc-category=marketing]")!;

        Assert.False(box.HasAttribute("checked"));
        Assert.False(box.HasAttribute("disabled"));
        Assert.Contains("Global Privacy Control turned this off. If you turn it on here", box.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Opt-Out Request Honored Global Privacy Control keeps this off: Marketing.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Category_DeniedByASignalThatCantBeOverridden_IsLocked()
    {
        ConsentPolicy policy = ConsentPolicy.Parse("""{ "signals": { "gpc": { "overridable": false } } }"""u8);
        IElement box = new Shown { Policy = policy, Signals = Shown.Gpc }.BannerDocument.QuerySelector("input[data-pc-category=marketing]")!;

        Assert.True(box.HasAttribute("disabled"));
        Assert.False(box.HasAttribute("name"));
        Assert.DoesNotContain("If you turn it on", box.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_WhenASignalWasHonored_SaysSoAndLeadsToTheChoices()
    {
        IElement status = Shown.Parse($"<!DOCTYPE html><html><body>{new Shown { Signals = Shown.Gpc, Region = "US-CA" }.Status}</body></html>")
            .QuerySelector("[data-pc=status]")!;

        Assert.Equal("status", status.GetAttribute("role"));
        Assert.Contains("Opt-Out Request Honored", status.TextContent, StringComparison.Ordinal);
        Assert.Equal("/privacy-choices", status.QuerySelector("a[data-pc-action=choose]")!.GetAttribute("href"));
        Assert.Empty(status.QuerySelectorAll("button"));
    }

    [Theory]
    [InlineData("bottom", false)]
    [InlineData("center", true)]
    public void Banner_OfAPosition_IsStyledForIt(string position, bool middle)
    {
        ConsentPolicy policy = ConsentPolicy.Parse(Encoding.UTF8.GetBytes($$"""{ "banner": { "position": "{{position}}" } }"""));

        Assert.Equal(middle, new Shown { Policy = policy }.BannerDocument.QuerySelector("[data-pc=banner]")!.ClassList.Contains("pc-middle"));
    }

    [Fact]
    public void Banner_Always_IsASmallPartOfThePage() => Assert.InRange(new Shown().Banner.Length, 1, 5000);

    private static ConsentChoice GrantAnalytics(ConsentPolicy policy) =>
        default(ConsentChoice).With(policy, policy.GetCategory("analytics"), granted: true, default, Shown.Now);
}
