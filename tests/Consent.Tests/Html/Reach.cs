using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Consent.Tests.Html;

/// <summary>What a page leads to, found by a tree and by a way of reading URLs that is not the gate's.</summary>
internal static partial class Reach
{
    private static readonly Uri s_page = new("https://own.example/dir/page");

    private static readonly string[] s_urls =
        ["src", "data", "poster", "background", "action", "formaction", "manifest", "codebase"];

    // An svg whose tag was eaten by the one before leaves these on elements of HTML, where they mean nothing.
    private static readonly string[] s_svgUrls = ["to", "from", "by", "values"];

    public static void AssertNone(string html, string host)
    {
        foreach (bool script in (bool[])[true, false])
        {
            var found = new List<string>();
            Visit(Trees.Parse(html, script), host, found);
            Assert.True(found.Count == 0, $"{string.Join("; ", found)}\nin {html}");
        }
    }

    private static void Visit(INode node, string host, List<string> found)
    {
        if (node is IElement element)
        {
            Visit(element, host, found);
        }

        foreach (INode child in node is IHtmlTemplateElement template ? template.Content.ChildNodes : node.ChildNodes)
        {
            Visit(child, host, found);
        }
    }

    private static void Visit(IElement element, string host, List<string> found)
    {
        foreach (IAttr attribute in element.Attributes)
        {
            string value = attribute.Value;
            bool leads = attribute.Name switch
            {
                "href" or "xlink:href" => LoadsByHref(element) && Leads(value, host),
                "srcset" or "imagesrcset" => value.Split([' ', ',', '\n']).Any(u => Leads(u, host)),
                "ping" or "attributionsrc" => value.Split(' ', ';').Any(u => Leads(u, host)),
                "style" => LeadsByCss(value, host),
                "fill" or "filter" => IsSvg(element) && LeadsByCss(value, host),
                "content" => element.LocalName == "meta" && element.GetAttribute("http-equiv") is not null && value.Contains(host, StringComparison.OrdinalIgnoreCase),
                "srcdoc" => LeadsInside(value, host),
                _ when s_svgUrls.Contains(attribute.Name) => IsSvg(element) && value.Split(';').Any(u => Leads(u, host)),
                _ => s_urls.Contains(attribute.Name) && element.LocalName != "a"
                    && (Leads(value, host) || (value.StartsWith("data:text", StringComparison.Ordinal) && value.Contains(host, StringComparison.Ordinal))),
            };
            if (leads && !(element.LocalName == "script" && element.GetAttribute("type") == "text/plain"))
            {
                found.Add($"{element.LocalName} {attribute.Name}={value}");
            }
        }

        if (element.LocalName == "style" && LeadsByCss(element.TextContent, host))
        {
            found.Add("style " + element.TextContent);
        }

        if (element.LocalName == "script" && element.GetAttribute("type") != "text/plain"
            && (element.TextContent.Contains("trackq(", StringComparison.Ordinal) || element.TextContent.Contains(host, StringComparison.Ordinal)))
        {
            found.Add("script " + element.TextContent);
        }
    }

    // What is called feImage outside SVG is no such thing, and loads nothing.
    private static bool LoadsByHref(IElement element) => IsSvg(element)
        ? element.LocalName != "a"
        : element.LocalName is "link" or "base";

    private static bool IsSvg(IElement element) => element.NamespaceUri == NamespaceNames.SvgUri;

    private static bool LeadsInside(string html, string host)
    {
        var found = new List<string>();
        Visit(Trees.Parse(html, script: true), host, found);
        return found.Count > 0;
    }

    private static bool LeadsByCss(string css, string host)
    {
        css = References().Replace(css, "");     // where style is raw text, a reference makes no quote
        css = Escapes().Replace(css, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        return css.Contains(host, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Leads(string url, string host)
    {
        url = url.Trim().Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Replace('\\', '/').Replace("\u3002", ".", StringComparison.Ordinal).Replace("\u00AD", "", StringComparison.Ordinal);
        return Uri.TryCreate(s_page, url, out Uri? uri)
            && (uri.IdnHost.TrimEnd('.').EndsWith(host, StringComparison.OrdinalIgnoreCase)
                || Uri.UnescapeDataString(uri.Host).EndsWith(host, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("&quot;[^&]*&quot;")]
    private static partial Regex References();

    [GeneratedRegex(@"\\([0-9a-fA-F]{1,6})\s?")]
    private static partial Regex Escapes();
}
