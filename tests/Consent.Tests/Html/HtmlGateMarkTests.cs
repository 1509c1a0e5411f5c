using System.Buffers;
using System.Text;
using Consent.Html;

namespace Consent.Tests.Html;

public sealed class HtmlGateMarkTests
{
    public static TheoryData<string, string> ClosedAndOpen => new()
    {
        { """<script data-consent="analytics" type="text/plain" data-src="https://t.example/a.js"></script>""",
          """<script data-consent="analytics" src="https://t.example/a.js"></script>""" },
        { """<script type="text/plain" data-type="module" data-consent="analytics">import "x"</script>""",
          """<script type="module" data-consent="analytics">import "x"</script>""" },
        { """<script type="text/plain" data-consent="analytics">go("</div>")</script>""",
          """<script data-consent="analytics">go("</div>")</script>""" },
        { """<img data-consent="analytics" data-src="p.gif" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="">""",
          """<img data-consent="analytics" src="p.gif" alt="">""" },
        { """<img src="data:image/gif;base64,R0" data-srcset="a 1x, b 2x" data-src='p.gif' data-consent=analytics />""",
          """<img srcset="a 1x, b 2x" src='p.gif' data-consent=analytics />""" },
        { """<iframe title="v" data-consent="analytics" data-src="https://t.example/v"></iframe>""",
          """<iframe title="v" data-consent="analytics" src="https://t.example/v"></iframe>""" },
        { """<iframe data-consent="analytics" data-srcdoc="<p>&quot;hi"></iframe>""",
          """<iframe data-consent="analytics" srcdoc="<p>&quot;hi"></iframe>""" },
        { """<link rel="stylesheet" data-href="https://t.example/a.css" data-consent="analytics">""",
          """<link rel="stylesheet" href="https://t.example/a.css" data-consent="analytics">""" },
        { """<link rel=preload as=image data-imagesrcset="a 1x" data-consent="analytics">""",
          """<link rel=preload as=image imagesrcset="a 1x" data-consent="analytics">""" },
        { """<video data-consent="analytics" data-poster="p.jpg" data-src="v.mp4" controls></video>""",
          """<video data-consent="analytics" poster="p.jpg" src="v.mp4" controls></video>""" },
        { """<audio data-consent="analytics" data-src="a.mp3"></audio>""",
          """<audio data-consent="analytics" src="a.mp3"></audio>""" },
        { """<source data-consent="analytics" data-srcset="a.webp" type="image/webp">""",
          """<source data-consent="analytics" srcset="a.webp" type="image/webp">""" },
        { """<embed data-consent="analytics" data-src="a.pdf">""",
          """<embed data-consent="analytics" src="a.pdf">""" },
        { """<object data-consent="analytics" data-data="a.swf"></object>""",
          """<object data-consent="analytics" data="a.swf"></object>""" },
        { """<input type="image" data-consent="analytics" data-src="a.png">""",
          """<input type="image" data-consent="analytics" src="a.png">""" },
        { """<track data-consent="analytics" data-src="a.vtt">""",
          """<track data-consent="analytics" src="a.vtt">""" },
    };

    [Theory]
    [MemberData(nameof(ClosedAndOpen))]
    public void ClosedTag_OfAnAllowedCategory_IsOpened(string closed, string open) =>
        Assert.Equal(open, Gate.Run(closed, Gate.Open));

    [Theory]
    [MemberData(nameof(ClosedAndOpen))]
    public void ClosedTag_OfADeniedCategory_StaysAsItIs(string closed, string open)
    {
        Assert.NotEqual(open, closed);
        Assert.Equal(closed, Gate.Run(closed, Gate.Closed));
    }

    [Theory]
    [MemberData(nameof(ClosedAndOpen))]
    public void OpenTag_OfAnAllowedCategory_StaysAsItIs(string closed, string open)
    {
        Assert.NotEqual(open, closed);
        Assert.Equal(open, Gate.Run(open, Gate.Open));
    }

    [Theory]
    [InlineData("""<script data-consent="analytics" src=a.js></script>""",
                """<script type="text/plain" data-consent="analytics" data-src=a.js></script>""")]
    [InlineData("""<SCRIPT DATA-CONSENT="analytics" SRC=a.js TYPE=module></SCRIPT>""",
                """<SCRIPT type="text/plain" DATA-CONSENT="analytics" data-SRC=a.js data-TYPE=module></SCRIPT>""")]
    [InlineData("""<script data-consent=analytics>go()</script>""",
                """<script type="text/plain" data-consent=analytics>go()</script>""")]
    [InlineData("""<script data-consent=analytics type="TEXT&#47;plain ">go()</script>""",
                """<script data-consent=analytics type="TEXT&#47;plain ">go()</script>""")]
    [InlineData("""<script data-consent=analytics type="text/plain" src=a.js></script>""",
                """<script data-consent=analytics type="text/plain" data-src=a.js></script>""")]
    [InlineData("""<script data-consent=analytics type=module data-type=module></script>""",
                """<script type="text/plain" data-consent=analytics data-type=module></script>""")]
    [InlineData("""<script/data-consent=analytics/src=a.js></script>""",
                """<script type="text/plain"/data-consent=analytics/src=a.js></script>""")]
    [InlineData("""<script/src=a.js data-consent="analytics"></script>""",
                """<script type="text/plain"/data-src=a.js data-consent="analytics"></script>""")]
    [InlineData("""<img src=a.gif data-consent=analytics>""", """<img data-src=a.gif data-consent=analytics>""")]
    [InlineData("""<img src=a.gif data-src=b.gif data-consent=analytics>""",
                """<img data-src=b.gif data-consent=analytics>""")]
    [InlineData("""<img src="data:image/gif;base64,R0" data-src=b.gif data-consent=analytics>""",
                """<img src="data:image/gif;base64,R0" data-src=b.gif data-consent=analytics>""")]
    [InlineData("""<iframe src="data:text/html,<script src=//t.example></script>" data-src=b data-consent=analytics></iframe>""",
                """<iframe data-src=b data-consent=analytics></iframe>""")]
    [InlineData("""<img src=a src=b SRC=c data-consent=analytics>""", """<img data-src=a data-consent=analytics>""")]
    [InlineData("""<img alt=x src="a"src='b'srcset=c data-consent=analytics>""",
                """<img alt=x data-src="a"data-srcset=c data-consent=analytics>""")]
    [InlineData("""<img data-consent=analytics src=a />""", """<img data-consent=analytics data-src=a />""")]
    [InlineData("""<img data-consent=analytics src=a data-src=b/>""", """<img data-consent=analytics data-src=b/>""")]
    [InlineData("""<img data-consent=analytics alt src=a data-src=b =c>""",
                """<img data-consent=analytics alt data-src=b =c>""")]
    [InlineData("""<img data-consent=analytics data-src=b alt src=a =c>""",
                """<img data-consent=analytics data-src=b alt/ =c>""")]
    [InlineData("""<iframe srcdoc="<img src=x>" src=y data-consent=analytics></iframe>""",
                """<iframe data-srcdoc="<img src=x>" data-src=y data-consent=analytics></iframe>""")]
    [InlineData("""<link rel=preconnect href=//t.example data-consent=analytics>""",
                """<link rel=preconnect data-href=//t.example data-consent=analytics>""")]
    [InlineData("""<object data=a data-consent=analytics></object>""", """<object data-data=a data-consent=analytics></object>""")]
    [InlineData("""<video src=a poster=b data-consent=analytics></video>""",
                """<video data-src=a data-poster=b data-consent=analytics></video>""")]
    [InlineData("""<image src=a data-consent=analytics>""", """<image data-src=a data-consent=analytics>""")]
    [InlineData("""<svg><image xlink:href=a data-consent=analytics /></svg>""",
                """<svg><image data-xlink:href=a data-consent=analytics /></svg>""")]
    [InlineData("""<img src= data-consent=analytics>""", """<img src= data-consent=analytics>""")]
    [InlineData("""<img data-consent=analytics src=>""", """<img data-consent=analytics data-src=>""")]
    [InlineData("""<style data-consent=analytics>@import "//t.example";</style><p>""",
                """<script type="text/plain" data-pc-style data-consent=analytics>@import "//t.example";</script><p>""")]
    [InlineData("""<style data-consent=analytics media=print type=text/css>a{b:url("<svg></script><!--<script>")}</style ><p>""",
                """<script type="text/plain" data-pc-style data-consent=analytics media=print data-type=text/css>a{b:url("<\svg><\/script><\!--<\script>")}</script ><p>""")]
    [InlineData("""<svg><style data-consent=analytics>@import "//t.example";</style></svg>""",
                """<svg><script type="text/plain" data-pc-style data-consent=analytics>@import "//t.example";</script></svg>""")]
    public void OpenTag_OfADeniedCategory_IsClosed(string open, string closed) =>
        Assert.Equal(closed, Gate.Run(open, Gate.Closed));

    [Theory]
    [InlineData("analytics", true)]
    [InlineData("  analytics\t\n", true)]
    [InlineData("&#97;n&#x61;lytics", true)]
    [InlineData("analytics marketing", true)]
    [InlineData("analytics social", false)]
    [InlineData("social", false)]
    [InlineData("Analytics", false)]
    [InlineData("analytics,marketing", false)]
    [InlineData("&analytics", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    public void Mark_ListsCategories_AllMustBeAllowed(string mark, bool isOpen)
    {
        var plan = new TestPlan("analytics", "marketing");
        Assert.Equal(
            isOpen ? $"<img src=a data-consent=\"{mark}\">" : $"<img data-src=a data-consent=\"{mark}\">",
            Gate.Run($"<img data-src=a data-consent=\"{mark}\">", plan));
    }

    [Fact]
    public void Mark_GivenTwice_TheFirstCounts()
    {
        var plan = new TestPlan("analytics");
        Assert.Equal("<img data-src=a data-consent=x data-consent=analytics>",
            Gate.Run("<img src=a data-consent=x data-consent=analytics>", plan));
    }

    [Fact]
    public void Counters_AfterAPage_CountWhatChanged()
    {
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>();
        gate.Reset(Gate.Open);
        gate.Write("<img data-consent=analytics data-src=a><img data-consent=x src=b><img data-consent=x data-src=b><img src=c>"u8, output);
        gate.Complete(output);
        Assert.Equal((1, 1), (gate.Opened, gate.Closed));
    }
}
