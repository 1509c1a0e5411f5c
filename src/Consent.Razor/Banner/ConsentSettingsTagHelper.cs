using Consent.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>
/// Makes a link to the choices: <c>&lt;a consent-settings&gt;Your privacy choices&lt;/a&gt;</c>. Without script it leads to the
/// choices page, with it they open in a dialog.
/// </summary>
/// <remarks>Place it on every page: taking a permission back must be as easy as giving it (GDPR art. 7(3)).</remarks>
[HtmlTargetElement("a", Attributes = AttributeName)]
public sealed class ConsentSettingsTagHelper : TagHelper
{
    private const string AttributeName = "consent-settings";

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        HttpContext http = ViewContext.HttpContext;
        output.Attributes.RemoveAll(AttributeName);
        output.Attributes.SetAttribute("href", http.Request.PathBase.ToUriComponent() + http.GetConsentPolicy().BasePath);
        output.Attributes.SetAttribute("data-pc-action", "choose");
        if ((await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
        {
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Content.SetContent(ConsentTexts.English.Title);
        }
    }
}
