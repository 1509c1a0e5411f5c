using System.Text.RegularExpressions;

namespace Consent.Razor;

/// <summary>
/// Closes the tags that ASP.NET Core's own tag helpers write behind a tag: one for each file of <c>asp-src-include</c> or
/// <c>asp-href-include</c>, and the script of <c>asp-fallback-src</c>.
/// </summary>
internal static partial class GeneratedTags
{
    /// <summary>Closes every script and link.</summary>
    /// <param name="html">What the built-in tag helper wrote.</param>
    /// <param name="requirement">What must be allowed.</param>
    /// <param name="isLink">Whether the tag is a <c>link</c>.</param>
    /// <exception cref="InvalidOperationException">It is the fallback of a <c>link</c>.</exception>
    public static string Close(string html, Requirement requirement, bool isLink)
    {
        if (isLink && html.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"<link consent=\"{requirement.Ids}\">: asp-fallback-href can't be held back, since its script looks for the " +
                "style sheet while the page loads. Leave the fallback out, or serve the style sheet from this site.");
        }

        string closed = StartTag().Replace(html, match => CloseTag(match, requirement));

        // document.write would erase the page when the script is opened after it has loaded.
        return closed
            .Replace("||document.write(\"", "||document.head.append(document.createRange().createContextualFragment(\"", StringComparison.Ordinal)
            .Replace("\"));</script>", "\")));</script>", StringComparison.Ordinal);
    }

    private static string CloseTag(Match tag, Requirement requirement)
    {
        string name = tag.Groups["tag"].Value;
        bool isScript = name.Equals("script", StringComparison.OrdinalIgnoreCase);
        string attributes = !requirement.IsOptional ? tag.Groups["attributes"].Value
            : Attribute().Replace(tag.Groups["attributes"].Value, attribute =>
            {
                string key = attribute.Groups["name"].Value;
                bool held = ClosedTag.IsHeldBack(key) || (isScript && key.Equals("type", StringComparison.OrdinalIgnoreCase));
                return held ? $" data-{key}{attribute.Groups["value"].Value}" : attribute.Value;
            });
        string type = isScript && requirement.IsOptional ? " type=\"text/plain\"" : "";
        return $"<{name} data-consent=\"{requirement.Ids}\"{type}{attributes}>";
    }

    [GeneratedRegex("""<(?<tag>script|link)(?<attributes>(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?)>""", RegexOptions.IgnoreCase)]
    private static partial Regex StartTag();

    [GeneratedRegex("""\s+(?<name>[^\s"'=/>]+)(?<value>=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")]
    private static partial Regex Attribute();
}
