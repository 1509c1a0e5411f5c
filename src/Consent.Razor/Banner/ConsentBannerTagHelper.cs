using Consent.AspNetCore;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>
/// Marks where the banner goes, for a site that doesn't want it behind <c>&lt;body&gt;</c>: <c>&lt;consent-banner /&gt;</c>.
/// </summary>
/// <remarks>It writes an empty element, the same for every visitor; the HTML gate places the banner in it.</remarks>
[HtmlTargetElement("consent-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ConsentBannerTagHelper : TagHelper
{
    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-pc", "banner-here");
        output.Content.Clear();
        if (ViewContext.HttpContext.Features.Get<IConsentFeature>() is { } feature)
        {
            feature.PagePlacesBanner = true;
        }
    }
}
