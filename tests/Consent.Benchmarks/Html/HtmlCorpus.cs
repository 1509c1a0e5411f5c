using System.Globalization;
using System.Text;

namespace Consent.Benchmarks.Html;

/// <summary>
/// Makes pages that look like real ones and are all different: a page seen twice flatters the
/// processor's branch predictor.
/// </summary>
internal sealed class HtmlCorpus(int seed)
{
    private static readonly string[] s_words =
    [
        "the", "of", "privacy", "market", "a", "city", "government", "in", "report", "to", "weather", "said", "company", "and",
        "Größe", "new", "yesterday", "is", "percent", "that", "season", "for", "researchers", "on", "winter", "it", "by",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _page = new();

    /// <summary>Pages of one shape, 20 to 100 KB each.</summary>
    /// <param name="shape"><c>News</c> (text), <c>Shop</c> (attributes) or <c>App</c> (script).</param>
    /// <param name="count">How many.</param>
    public static byte[][] Pages(string shape, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new HtmlCorpus((i * 7919) + shape.Length).Page(shape))];

    private byte[] Page(string shape)
    {
        _page.Append("<!DOCTYPE html>\n<html lang=\"en\" class=\"no-js\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Words(6)).Append("</title>\n<link rel=\"stylesheet\" href=\"/css/site.css?v=").Append(Id())
            .Append("\">\n<style>").Append(Css(20)).Append("</style>\n<script>").Append(Script(10)).Append("</script>\n");
        Marks();
        _page.Append("</head>\n<body class=\"page page--").Append(Id()).Append("\">\n<!-- ").Append(Words(5)).Append(" -->\n");
        int length = _random.Next(20, 100) * 1024;
        while (_page.Length < length)
        {
            switch (shape)
            {
                case "News":
                    Article();
                    break;
                case "Shop":
                    Product();
                    break;
                default:
                    Widget();
                    break;
            }
        }

        Marks();
        _page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(_page.ToString());
    }

    private void Article()
    {
        _page.Append("<article class=\"story\" id=\"a").Append(Id()).Append("\">\n<h2><a href=\"/news/").Append(Id()).Append("\">")
            .Append(Words(8)).Append("</a></h2>\n<figure><img src=\"/img/").Append(Id())
            .Append(".jpg\" alt=\"").Append(Words(5)).Append("\" width=\"640\" height=\"360\" loading=\"lazy\"><figcaption>")
            .Append(Words(9)).Append("</figcaption></figure>\n");
        for (int i = _random.Next(3, 9); i > 0; i--)
        {
            _page.Append("<p>").Append(Words(_random.Next(30, 60))).Append(" <a href=\"/topic/").Append(Id()).Append("\">")
                .Append(Words(2)).Append("</a> ").Append(Words(_random.Next(10, 40))).Append(" <em>").Append(Words(2)).Append("</em>.</p>\n");
        }

        _page.Append("</article>\n");
    }

    private void Product()
    {
        _page.Append("<li class=\"grid__item product-card product-card--").Append(Id()).Append("\" data-product-id=\"").Append(Id())
            .Append("\" data-price='{\"amount\":").Append(_random.Next(1, 999)).Append(",\"currency\":\"EUR\"}' data-position=")
            .Append(_random.Next(1, 99)).Append(" role=\"listitem\">\n  <a class=\"product-card__link\" href=\"/p/").Append(Id())
            .Append("?ref=list&amp;pos=").Append(_random.Next(1, 99)).Append("\" aria-label=\"").Append(Words(5))
            .Append("\">\n    <img class=\"product-card__image\" src=\"https://cdn.shop.example/i/").Append(Id())
            .Append(".webp\" srcset=\"/i/").Append(Id()).Append(".webp 1x, /i/").Append(Id())
            .Append(".webp 2x\" alt=\"").Append(Words(4)).Append("\" width=\"320\" height=\"320\" decoding=\"async\">\n    <span class=\"price ")
            .Append(Id()).Append("\" itemprop=\"price\">").Append(_random.Next(1, 999)).Append(",00 €</span>\n    <svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"M8 1l")
            .Append(_random.Next(1, 9)).Append(" 4.6 5 .7-3.6 3.5.9 5L8 12.4l-4.5 2.4.9-5L.8 6.3l5-.7z\"/></svg>\n  </a>\n  <form method=\"post\" action=\"/cart\"><input type=\"hidden\" name=\"id\" value=\"")
            .Append(Id()).Append("\"><button type=\"submit\" class=\"btn btn--small\" data-track=\"").Append(Id()).Append("\" disabled>")
            .Append(Words(2)).Append("</button></form>\n</li>\n");
    }

    private void Widget()
    {
        _page.Append("<div id=\"w").Append(Id()).Append("\" class=\"flex p-4\"><div class=\"mt-2\"><span>").Append(Words(3))
            .Append("</span></div></div>\n<script type=\"application/json\">{\"id\":\"").Append(Id()).Append("\",\"text\":\"")
            .Append(Words(30)).Append("\"}</script>\n<script>").Append(Script(_random.Next(8, 30))).Append("</script>\n");
    }

    private void Marks() => _page.Append("<script type=\"text/plain\" data-consent=\"analytics\" data-src=\"https://t.example/").Append(Id())
        .Append(".js\"></script>\n<img data-consent=\"marketing\" src=\"https://t.example/").Append(Id()).Append(".gif\" alt=\"\">\n");

    private string Script(int statements)
    {
        var script = new StringBuilder();
        for (int i = 0; i < statements; i++)
        {
            script.Append("function f").Append(Id()).Append("(e,t){for(var n=0;n<e.length;n++)if(e[n]>t&&t<").Append(_random.Next())
                .Append(")return '<div class=\"").Append(Id()).Append("\">'+e[n]+'</div>';return t=>t.x}\n");
        }

        return script.ToString();
    }

    private string Css(int rules)
    {
        var css = new StringBuilder();
        for (int i = 0; i < rules; i++)
        {
            css.Append('.').Append(Id()).Append(" > a{margin:").Append(_random.Next(0, 64)).Append("px;color:#").Append(Id()).Append("}\n");
        }

        return css.ToString();
    }

    private string Id() => _random.Next(0x1000, 0xFFFFFF).ToString("x", CultureInfo.InvariantCulture);

    private string Words(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => s_words[_random.Next(s_words.Length)]));
}
