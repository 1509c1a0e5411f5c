using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>
/// Holds a tag back until the visitor allows what it is for: <c>&lt;script consent="analytics" src="…"&gt;</c>.
/// </summary>
/// <remarks>
/// <para>
/// The tag is always rendered closed, in a form that browsers neither fetch nor run, and the same for every visitor: the
/// page may be cached. The HTML gate opens it for those who allow it, and the browser script when they change their mind.
/// A tag of a required category is rendered open.
/// </para>
/// <para>
/// On <c>video</c>, <c>audio</c> and <c>picture</c> it holds back the <c>source</c>, <c>track</c> and <c>img</c> inside too.
/// It runs after the tag helpers that come with ASP.NET Core, so <c>~/</c> paths, <c>asp-append-version</c>,
/// fingerprinted assets, <c>asp-src-include</c> and nonces work as ever.
/// </para>
/// </remarks>
[HtmlTargetElement("script", Attributes = AttributeName)]
[HtmlTargetElement("img", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("iframe", Attributes = AttributeName)]
[HtmlTargetElement("link", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("video", Attributes = AttributeName)]
[HtmlTargetElement("audio", Attributes = AttributeName)]
[HtmlTargetElement("picture", Attributes = AttributeName)]
[HtmlTargetElement("source", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("embed", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("object", Attributes = AttributeName)]
[HtmlTargetElement("input", Attributes = AttributeName, TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConsentTagHelper : TagHelper
{
    private const string AttributeName = "consent";

    /// <summary>The id of the category that must be allowed; several ids, separated by spaces, must all be.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Consent { get; set; } = "";

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Late, so that the built-in tag helpers have resolved addresses by then.</summary>
    public override int Order => int.MaxValue - 100;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The policy has no such category; the message names those it has.</exception>
    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Requirement requirement = Requirement.Parse(Consent, ViewContext.HttpContext.GetConsentPolicy(), context.TagName, AttributeName);
        context.Items[typeof(Requirement)] = requirement; // what lies inside sees it
    }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        ClosedTag.Write((Requirement)context.Items[typeof(Requirement)], context, output);
    }
}
