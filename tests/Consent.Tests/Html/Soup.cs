using CsCheck;

namespace Consent.Tests.Html;

/// <summary>Pages of awkward pieces, put together at random.</summary>
internal static class Soup
{
    private static readonly string[] s_marks =
    [
        "<img data-consent=x src=t>", "<script data-consent=x src=t></script>", "<script data-consent=x>t</script>",
        "<iframe data-consent='x' src=\"t\"></iframe>", "<link rel=stylesheet data-consent=x href=t>",
        "<IMG SRC=t srcset='t 1x' DATA-CONSENT=x SRC=u>", "<img data-consent=x data-src=v src=t/>",
        "<object data-consent=x data=t></object>", "<embed data-consent=x src=t>", "<input type=image data-consent=x src=t>",
        "<style data-consent=x>@import 't'</style>", "<video data-consent=x src=t poster=t></video>",
        "<script data-consent=x type=text/plain data-type=module data-src=t></script>", "<iframe data-consent=x data-srcdoc='<p>'></iframe>",
        "<image data-consent=x src=t>", "<svg><image data-consent=x href=t /></svg>",
    ];

    private static readonly string[] s_plain =
    [
        "text", " ", "<", ">", "\"", "'", "&lt;", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i a=b>", "</i>", "<br/>",
        "<a href='x>y'>", "</a>", "<p a=\"<img data-consent=x src=t>\">", "<p =x>", "<p a==\">", "<p a'b=c\">", "<p / a / = b>",
        "</ >", "</>", "<!>", "<?x>", "<!x y>", "</x y='>'>", "<!doctype html>", "\0", "\r\n", "<3",
    ];

    private static readonly string[] s_comments =
    [
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!---->", "<!--!>", "<!---!>", "--!-", "<!--a--b-->", "->", "-", "!", "<!-", "<!--<!-->",
    ];

    private static readonly string[] s_raw =
    [
        "<script>", "</script>", "</script ", "<script/>", "</scriptx>", "<!--<script>", "</SCRIPT/>", "<style>", "</style>",
        "<title>", "</title>", "<textarea>", "</textarea>", "<xmp>", "</xmp>", "<iframe>", "</iframe>", "<noembed>", "</noembed>",
        "<noframes>", "</noframes>", "<plaintext>", "<template>", "</template>",
    ];

    private static readonly string[] s_noscript =
    [
        "<noscript>", "</noscript>", "<b a=\"</noscript>\">", "<b a=</noscript>", "</noscript ", "<!--</noscript>", "<style></noscript>",
    ];

    // No <svg/>: AngleSharp takes CDATA for text behind it, in HTML too.
    private static readonly string[] s_foreign =
    [
        "<svg>", "</svg>", "<math>", "</math>", "<g>", "</g>", "<path/>", "<mi>", "</mi>", "<mglyph>", "<desc>", "</desc>",
        "<foreignObject>", "</foreignObject>", "<annotation-xml encoding=text/html>", "<annotation-xml>", "</annotation-xml>",
        "<font>", "<font color=red>", "</font>", "<![CDATA[", "]]>", "]]", "<SVG viewBox='0 0'>", "</path>",
    ];

    private static readonly string[] s_page =
    [
        "<html a=b>", "<head>", "</head>", "<body>", "</body>", "</html>", "<meta charset=utf-8>", "<table>", "<tr>", "<td>", "</table>",
        "<ul>", "<li>", "</ul>", "<form>", "</form>",
    ];

    // AngleSharp reads what is in a button or an option in a select by rules that no browser has, so these don't meet.
    private static readonly string[] s_button = ["<button>", "</button>"];

    private static readonly string[] s_odd = ["<select>", "</select>", "<frameset>", "</frameset>", "<frame src=f>"];

    /// <summary>Text, tags and comments: no byte of it may ever change.</summary>
    public static Gen<string> Unmarked { get; } = Of(s_plain, s_comments, s_raw, s_page, s_button);

    /// <summary>With marks, in all that is live markup, or looks like it.</summary>
    public static Gen<string> Marked { get; } = Of(s_plain, s_marks, s_marks, s_comments, s_raw, s_page, s_button);

    /// <summary>With noscript, which is text or markup.</summary>
    public static Gen<string> Noscript { get; } = Of(s_marks, s_comments, s_raw, s_noscript, s_noscript, s_plain);

    /// <summary>With SVG and MathML.</summary>
    public static Gen<string> Foreign { get; } = Of(s_marks, s_foreign, s_foreign, s_raw, s_plain);

    /// <summary>With all of it.</summary>
    public static Gen<string> Anything { get; } =
        Of(s_plain, s_marks, s_marks, s_comments, s_raw, s_noscript, s_foreign, s_page, s_odd);

    private static Gen<string> Of(params string[][] kinds)
    {
        string[] pieces = [.. kinds.SelectMany(kind => kind)];
        return Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 24].Select(string.Concat);
    }
}
