using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;

namespace Consent.AspNetCore.Tests.Razor;

public sealed class ConsentSettingsTagHelperTests
{
    [Fact]
    public async Task Link_WithText_LeadsToTheChoices()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement link = (await site.GetDocumentAsync("/elements")).GetElementById("settings")!;

        Assert.Equal("<a id=\"settings\" class=\"quiet\" href=\"/privacy-choices\" data-pc-action=\"choose\">Privacy</a>", link.OuterHtml);
    }

    [Fact]
    public async Task Link_WithoutText_SaysWhereItLeads()
    {
        await using RazorSite site = await RazorSite.StartAsync();
        IElement link = (await site.GetDocumentAsync("/elements")).GetElementById("settings-empty")!;

        Assert.Equal("Your privacy choices", link.TextContent);
    }

    [Fact]
    public async Task Link_UnderAPathBase_HoldsIt()
    {
        await using RazorSite site = await RazorSite.StartAsync(configure: app => app.UsePathBase("/shop"));
        IHtmlDocument page = await site.GetDocumentAsync("/shop/elements");

        Assert.Equal("/shop/privacy-choices", page.GetElementById("settings")!.GetAttribute("href"));
    }
}
