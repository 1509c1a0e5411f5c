using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Consent.Razor;

/// <summary>Gives a tag its closed form: nothing in it makes a browser fetch or run anything.</summary>
internal static class ClosedTag
{
    // The smallest image there is: without it a closed img would be invalid and show a broken icon.
    private const string EmptyImage = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    /// <summary>Whether an attribute holds an address, or a document, that browsers load by themselves.</summary>
    /// <param name="name">The attribute's name.</param>
    public static bool IsHeldBack(string name) => name.ToLowerInvariant() is
        "src" or "srcset" or "href" or "imagesrcset" or "poster" or "data" or "srcdoc";

    /// <summary>Closes a tag, and what the built-in tag helpers placed behind it.</summary>
    /// <param name="requirement">What must be allowed.</param>
    /// <param name="context">The tag as written.</param>
    /// <param name="output">The tag as rendered.</param>
    public static void Write(Requirement requirement, TagHelperContext context, TagHelperOutput output)
    {
        bool isScript = context.TagName.Equals("script", StringComparison.OrdinalIgnoreCase);
        bool isLink = context.TagName.Equals("link", StringComparison.OrdinalIgnoreCase);
        if ((isScript || isLink) && !output.PostElement.IsEmptyOrWhiteSpace)
        {
            output.PostElement.SetHtmlContent(GeneratedTags.Close(output.PostElement.GetContent(), requirement, isLink));
        }

        if (output.TagName is null || context.TagName.Equals("picture", StringComparison.OrdinalIgnoreCase))
        {
            return; // asp-src-include alone renders no tag of its own; a picture loads nothing by itself
        }

        if (requirement.IsOptional)
        {
            Rename(output.Attributes, isScript);
            if (isScript)
            {
                output.Attributes.Insert(0, new TagHelperAttribute("type", "text/plain"));
            }
            else if (context.TagName.Equals("img", StringComparison.OrdinalIgnoreCase))
            {
                output.Attributes.Insert(0, new TagHelperAttribute("src", EmptyImage));
            }
        }

        output.Attributes.Insert(0, new TagHelperAttribute("data-consent", requirement.Ids));
    }

    private static void Rename(TagHelperAttributeList attributes, bool isScript)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            TagHelperAttribute attribute = attributes[i];
            if (IsHeldBack(attribute.Name) || (isScript && attribute.Name.Equals("type", StringComparison.OrdinalIgnoreCase)))
            {
                attributes[i] = new TagHelperAttribute(
                    "data-" + attribute.Name.ToLowerInvariant(), attribute.Value, attribute.ValueStyle);
            }
        }
    }
}
