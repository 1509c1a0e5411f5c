using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Consent.Tests.Html;

/// <summary>What a browser makes of a page, by AngleSharp.</summary>
internal static class Trees
{
    private static readonly string[] s_live =
        ["src", "srcset", "href", "imagesrcset", "poster", "data", "srcdoc", "xlink:href"];

    public static IHtmlDocument Parse(string html, bool script) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = script }).ParseDocument(html);

    /// <summary>The marked elements that would load or run something.</summary>
    public static List<string> LiveMarks(string html, bool script)
    {
        var live = new List<string>();
        Visit(Parse(html, script), element =>
        {
            if (element.HasAttribute("data-consent") && IsLive(element))
            {
                live.Add(element.OuterHtml);
            }
        });
        return live;
    }

    /// <summary>
    /// The tree as text, without what the gate may change in marked elements.
    /// </summary>
    public static string Outline(string html, bool script)
    {
        var text = new StringBuilder();
        Write(Parse(html, script), text);
        return text.ToString();
    }

    private static bool IsLive(IElement element) => element.LocalName switch
    {
        "style" => true,
        "script" => element.GetAttribute("type") != "text/plain",
        "img" or "image" or "iframe" or "link" or "object" or "embed" or "input" or "video" or "source" => s_live.Any(name => element.GetAttribute(name) is { } value
            && !value.StartsWith("data:image/", StringComparison.Ordinal)),
        _ => false,
    };

    private static void Visit(INode node, Action<IElement> visit)
    {
        if (node is IElement element)
        {
            visit(element);
        }

        foreach (INode child in ChildrenOf(node))
        {
            Visit(child, visit);
        }
    }

    private static IEnumerable<INode> ChildrenOf(INode node) =>
        node is IHtmlTemplateElement template ? template.Content.ChildNodes : node.ChildNodes;

    private static void Write(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IElement element:
                bool isMarked = element.HasAttribute("data-consent");
                string name = isMarked && element.HasAttribute("data-pc-style") ? "style" : element.LocalName;
                text.Append('<').Append(name);
                foreach (IAttr attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
                {
                    bool isOurs = attribute.Name is "data-pc-style" or "type" or "data-type"
                        || s_live.Contains(attribute.Name)
                        || (attribute.Name.StartsWith("data-", StringComparison.Ordinal) && s_live.Contains(attribute.Name[5..]));
                    if (!isMarked || !isOurs)
                    {
                        text.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value);
                    }
                }

                text.Append('>');
                break;
            case IComment comment:
                text.Append("<!--").Append(comment.Data);
                break;
            case IDocumentType:
                text.Append("<!doctype>");
                break;
            default:
                text.Append(node.NodeType == NodeType.Text ? node.TextContent : "");
                break;
        }

        foreach (INode child in ChildrenOf(node))
        {
            Write(child, text);
        }

        text.Append("</>");
    }
}
