using System.Text;
using Consent.Html;
using CsCheck;

namespace Consent.Tests.Html;

public sealed class HtmlGateUnmarkedTests
{
    /// <summary>Every way to reach a host; <c>U</c> stands for a URL, <c>H</c> for one without its scheme.</summary>
    public static readonly string[] Ways =
    [
        "<script src='U'></script>", "<script src=U type=module></script>", "<svg><script href='U'></script></svg>",
        "<svg><script xlink:href='U'/></svg>", "<img src=U>", "<IMG SRC=\"U\">", "<img/src='U'/>", "<img src\n=\n'U'>",
        "<img srcset='/a 1x, U 2x'>", "<img srcset='U,/a 2x'>", "<img srcset='/a (,) 1x,U'>", "<img alt='>' src='U'>",
        "<image src='U'>", "<iframe src='U'></iframe>", "<frameset><frame src='U'></frameset>",
        "<iframe srcdoc=\"<img src='U'>\"></iframe>", "<iframe srcdoc=\"&lt;img src=&quot;U&quot;>\"></iframe>",
        "<iframe srcdoc=\"<iframe srcdoc='<script src=U></script>'></iframe>\"></iframe>",
        "<iframe src='data:text/html,<img src=\"U\">'></iframe>", "<iframe src='data:text/html,%3Cimg src=\"U\"%3E'></iframe>",
        "<object data='U'></object>", "<embed src='U'>", "<object data='data:image/svg+xml,<svg><image href=\"U\"/></svg>'></object>",
        "<link rel=stylesheet href='U'>", "<link rel='PRELOAD' as=script href='U'>", "<link rel=modulepreload href='U'>",
        "<link rel='shortcut icon' href='U'>", "<link rel=manifest href='U'>", "<link rel=preload as=image imagesrcset='U 1x'>",
        "<link rel=preconnect href='U'>", "<link rel=dns-prefetch href='H'>", "<link rel=prefetch href='U'>", "<link rel=prerender href='U'>",
        "<link rel='&#112;reconnect' href='U'>", "<link rel=stylesheet href=\"data:text/css,@import 'U'\">",
        "<picture><source srcset='U'></picture>", "<video src='U'></video>", "<video poster='U'></video>", "<audio src='U'></audio>",
        "<video><source src='U'><track src='U'></video>", "<input type=image src='U'>", "<body background='U'>",
        "<table background='U'><tr background='U'><td background='U'>", "<svg><image href='U'/></svg>", "<svg><image xlink:href='U'></svg>",
        "<svg><use href='U#a'/></svg>", "<svg><filter><feImage href='U'/></filter></svg>", "<svg><rect fill='url(U#a)'/></svg>",
        "<svg><g filter=\"url('U#a')\"></g></svg>", "<svg><pattern xlink:href='U#a'/></svg>",
        "<svg><image><set attributeName=href to='U'/></image></svg>", "<svg><image><animate attributeName=href values='/a;U'/></image></svg>",
        "<a href=/ ping='U'>x</a>", "<a href=/ ping='/p U /q'>x</a>", "<map><area href=/ ping=U></map>",
        "<form action='U'><input></form>", "<form><button formaction='U'>x</button></form>", "<form><input type=submit formaction=U></form>",
        "<meta http-equiv=refresh content='0;url=U'>", "<meta http-equiv='REFRESH' content=\"0; URL = 'U'\">", "<meta http-equiv=refresh content='5,U'>",
        "<base href='U'>", "<p style='background:url(U)'>x</p>", "<p style='background:URL( \"U\" )'>x</p>", "<p STYLE = 'background:u\\72 l(U)'>x</p>",
        "<p style='background:\\75 rl(U)'>x</p>", "<p style='background:image-set(\"U\" 1x)'>x</p>", "<p style='--a:\"U\";background:image-set(var(--a) 1x)'>x</p>",
        "<p style='a:/*&#39;*/url(U)'>x</p>", "<p style='background&colon;url&lpar;U&rpar;'>x</p>", "<p style='background:url(/a/*b);src:url(U)'>x</p>",
        "<style>@import 'U';</style>", "<style>@import url(U);</style>", "<style>@IMPORT/**/\"U\" screen;</style>", "<style>@\\69mport 'U';</style>",
        "<style>/* it's */@import 'U';/* ' */</style>", "<style>a{b:url(U)}</style>", "<style>@font-face{src:url('U')}</style>",
        "<style>a{b:src('U')}</style>", "<svg><style>@import 'U';</style></svg>", "<svg><style><![CDATA[/*</style>*/@import 'U';]]></style></svg>",
        "<svg><style>@imp<!-- -->ort 'U';</style></svg>", "<svg><style>@import &quot;U&quot;;</style></svg>",
        "<noscript><img src='U'></noscript>", "<noscript><style>@import 'U'</style></noscript>", "<template><img src='U'></template>",
        "<script>trackq('x')</script>", "<script>/* </scriptx> */ trackq('x')</script>", "<script type=module>import 'U'</script>",
        "<script type=module>import a from\n\"U\"</script>", "<script type=importmap>{\"imports\":{\"a\":\"U\"}}</script>",
        "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"U\"]}]}</script>", "<script><!--<script>x</script> trackq('x') --></script>",
        "<img attributionsrc='U' src=/a>", "<portal src='U'></portal>", "<fencedframe src='U'></fencedframe>",
        "<div><svg></div><image href='U'>", "<math><mi><img src='U'></math>", "<select><img src='U'></select>", "<style>x</style><style>@import 'U'",
        "<link rel=stylesheet data-consent=analytics href='U'>", "<img data-consent=analytics data-src='U'>", "<img src=U src=/a>",
        "<iframe src='javascript:trackq(1)'></iframe>", "<td><img src='U'", "<script src=data:text/javascript,trackq(1)></script>",
    ];

    /// <summary>Spellings of a URL that browsers take for <c>https://t.example/x</c> on an https page.</summary>
    public static readonly string[] Spellings =
    [
        "https://t.example/x", "//t.example/x", "HTTPS://T.Example/x", "https:/\\t.example/x", "/\\t.example/x", "https&colon;//t.example/x",
        "https:&sol;&sol;t.example/x", "&#104;ttps://t.example/x", "&#x68ttps://t.example/x", "h&Tab;ttps://t.example/x", "https://t&period;example/x",
        "https://u:p@t.example:443/x", "https://sub.t.example/x", "https://t.example./x", "https://%74.example/x", "https://t\u3002example/x",
        "//t.exam&shy;ple/x", "ht\ntps://t.example/x", "&NewLine;//t.example/x",
    ];

    public static TheoryData<string> AllWays => [.. Ways];

    public static TheoryData<string> AllSpellings => [.. Spellings];

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Way_ToADeniedHost_IsClosed(string way)
    {
        string output = Unmarked.Run(Fill(way, "https://t.example/x"));
        Reach.AssertNone(output, "t.example");
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Way_ToAnAllowedHost_KeepsEveryByte(string way)
    {
        string html = Fill(way, "https://c.example/x").Replace("trackq", "countq", StringComparison.Ordinal);
        if (!html.Contains("data-consent", StringComparison.Ordinal) && !html.Contains("</div><image", StringComparison.Ordinal))
        {
            Assert.Equal(html, Unmarked.Run(html));
        }
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Way_ToAnUndeclaredHost_IsClosedInStrictModeOnly(string way)
    {
        string html = Fill(way, "https://nobody.example/x").Replace("trackq", "countq", StringComparison.Ordinal);
        if (html.Contains("data-consent", StringComparison.Ordinal) || html.Contains("</div><image", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Equal(html, Unmarked.Run(html));
        Reach.AssertNone(Unmarked.Run(html, new TestPlan("analytics") { Policy = Unmarked.Policy, IsStrict = true }), "nobody.example");
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Way_UnderAPlanThatOnlyReports_IsToldAndKept(string way)
    {
        string html = Fill(way, "https://t.example/x");
        var plan = new TestPlan("analytics") { Policy = Unmarked.Policy, OnlyReports = true };
        string output = Unmarked.Run(html, plan);
        if (!html.Contains("data-consent", StringComparison.Ordinal) && !html.Contains("</div><image", StringComparison.Ordinal))
        {
            Assert.Equal(html, output);
        }

        if (!way.Contains("<img src='U'", StringComparison.Ordinal) || way[^1] == '>')
        {
            Assert.NotEmpty(plan.Holds);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpellings))]
    public void Spelling_OfADeniedHost_IsClosed(string url)
    {
        foreach (string way in (string[])["<img src=\"U\">", "<script src='U'></script>", "<iframe src='U'></iframe>", "<p style='background:url(\"U\")'>", "<base href='U'>"])
        {
            string html = Fill(way, url);
            if (way.Contains("style", StringComparison.Ordinal) && (url.Contains('\\', StringComparison.Ordinal) || url.Contains('\n', StringComparison.Ordinal) || url.Contains("NewLine", StringComparison.Ordinal)))
            {
                continue;   // in CSS these are escapes and ends of strings
            }

            Reach.AssertNone(Unmarked.Run(html), "t.example");
            Assert.NotEqual(html, Unmarked.Run(html));
        }
    }

    [Theory]
    [InlineData("<img src=https://t.example/p.gif alt=x>", "<img data-consent=\"marketing\" data-src=https://t.example/p.gif alt=x>")]
    [InlineData("<script async src='//t.example/a.js'></script>", "<script type=\"text/plain\" data-consent=\"marketing\" async data-src='//t.example/a.js'></script>")]
    [InlineData("<script>trackq(1)</script>", "<script type=\"text/plain\" data-consent=\"marketing\">trackq(1)</script>")]
    [InlineData("<link rel=preconnect href=//t.example crossorigin>", "<link rel=preconnect crossorigin>")]
    [InlineData("<link rel=stylesheet href=//t.example>", "<link data-consent=\"marketing\" rel=stylesheet data-href=//t.example>")]
    [InlineData("<a ping='/p //t.example/q /r' href=/>", "<a data-consent=\"marketing\" ping='/p /r' href=/>")]
    [InlineData("<p style=\"background:url(//t.example)\">", "<p data-consent=\"marketing\" data-style=\"background:url(//t.example)\">")]
    [InlineData("<style>@import '//t.example'</style>", "<script type=\"text/plain\" data-pc-style data-consent=\"marketing\">@import '//t.example'</script>")]
    [InlineData("<img data-consent=analytics src=//t.example>", "<img data-consent=\"analytics marketing\" data-src=//t.example>")]
    [InlineData("<img data-consent='analytics' data-src=//t.example>", "<img data-consent=\"analytics marketing\" data-src=//t.example>")]
    [InlineData("<img data-consent=social src=//t.example>", "<img data-consent=\"social marketing\" data-src=//t.example>")]
    [InlineData("<img data-consent=marketing src=//t.example>", "<img data-consent=marketing data-src=//t.example>")]
    [InlineData("<img data-consent='social  marketing' data-src=//t.example>", "<img data-consent='social  marketing' data-src=//t.example>")]
    [InlineData("<meta http-equiv=refresh content='0;url=//t.example'>", "<meta data-consent=\"marketing\" http-equiv=refresh data-content='0;url=//t.example'>")]
    [InlineData("<img src='//x&ee;y.example'>", "<img data-consent-undeclared data-src='//x&ee;y.example'>")]
    public void Tag_ToADeniedHost_TakesItsClosedForm(string html, string expected) => Assert.Equal(expected, Unmarked.Run(html));

    [Theory]
    [InlineData("<a href='https://t.example/'>x</a>")]
    [InlineData("<link rel=canonical href='https://t.example/'>")]
    [InlineData("<link rel='me author' href='https://t.example/'>")]
    [InlineData("<meta property=og:image content='https://t.example/x'>")]
    [InlineData("<style>a[href^=\"https://t.example\"]{color:red} b::after{content:\"https://t.example\"} /* url(https://t.example) */</style>")]
    [InlineData("<script type=application/json>{\"a\":\"https://t.example/ trackq(\"}</script>")]
    [InlineData("<script type=text/template><img src=//t.example></script>")]
    [InlineData("<script src=//n.example/a.js></script><img src=//n.example/a.gif>")]
    [InlineData("<script>mytrackq(1); var a = 'https://t.example'</script>")]
    [InlineData("<textarea><img src=//t.example></textarea><!-- <img src=//t.example> -->")]
    [InlineData("<blockquote cite=//t.example>x</blockquote>")]
    [InlineData("<iframe srcdoc=\"<a href='https://t.example'>x</a>\"></iframe>")]
    public void Tag_ThatOnlyMentionsADeniedHost_KeepsEveryByte(string html) => Assert.Equal(html, Unmarked.Run(html));

    [Fact]
    public void Page_OfAllWays_ComesOutTheSameHoweverItIsCut()
    {
        byte[] page = Encoding.UTF8.GetBytes(string.Concat(Ways.Where(w => w.EndsWith('>')).Select(w => Fill(w, "https://t.example/x"))));
        byte[] whole = Gate.Run(page, Unmarked.Plan(), []);
        Gen.Int[0, page.Length].Array[0, 60].Sample(
            cuts => Assert.Equal(Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(Gate.Run(page, Unmarked.Plan(), [.. cuts.Order()]))),
            iter: 500);
        Assert.Equal(Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(Gate.Run(page, Unmarked.Plan(), [.. Enumerable.Range(1, page.Length - 1)])));
    }

    [Fact]
    public void Ways_InAnySpellingAndOrder_ReachNothing() =>
        Gen.Select(Gen.Int[0, Ways.Length - 1], Gen.Int[0, s_inCssToo.Length - 1], Gen.Int[0, s_between.Length - 1]).Array[1, 8].Sample(
            picks =>
            {
                string html = string.Concat(picks.Select(p => s_between[p.Item3] + Fill(Ways[p.Item1], s_inCssToo[p.Item2])));
                string output = Unmarked.Run(html);
                Reach.AssertNone(output, "t.example");
            },
            iter: 3000);

    // In CSS the others are escapes, or end a string.
    private static readonly string[] s_inCssToo = ["https://t.example/x", "//t.example/x", "HTTPS://T.Example/x", "https://sub.t.example:443/x", "//u:p@t.example./x"];

    private static readonly string[] s_between =
        ["", " text ", "<p>", "</div>", "<div class='a>b'>", "<svg>", "</svg>", "<noscript>", "</noscript>", "<!-- x -->", "<b a=\"'\">", "<template>", "</template>"];

    private static string Fill(string way, string url) =>
        way.Replace("U", url, StringComparison.Ordinal).Replace("'H'", "'" + url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..] + "'", StringComparison.Ordinal)
            .Replace(url + "RL", "URL", StringComparison.Ordinal);
}
