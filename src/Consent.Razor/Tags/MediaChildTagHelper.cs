using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>
/// Holds back what lies inside a <c>video</c>, <c>audio</c> or <c>picture</c> with a <c>consent</c> attribute: browsers
/// fetch it whatever its parent says.
/// </summary>
[HtmlTargetElement("source", ParentTag = "video", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", ParentTag = "audio", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", ParentTag = "picture", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", ParentTag = "video", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", ParentTag = "audio", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", ParentTag = "picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MediaChildTagHelper : TagHelper
{
    /// <summary>Late, so that the built-in tag helpers have resolved addresses by then.</summary>
    public override int Order => int.MaxValue - 50;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Items.TryGetValue(typeof(Requirement), out object? requirement) && !output.Attributes.ContainsName("data-consent"))
        {
            ClosedTag.Write((Requirement)requirement, context, output);
        }
    }
}
