using System.Buffers;
using System.Text;
using Consent.Html;
using CsCheck;

namespace Consent.Tests.Html;

/// <summary>
/// Pages made to hurt. They are so long that a gate whose work grew with the square of the length would need
/// hours, and they come in small pieces, which makes it worse.
/// </summary>
public sealed class HtmlGateHostileTests
{
    private const int MaxMemory = 256 * 1024;
    private const int MaxJudgingMemory = 2 * 1024 * 1024;   // documents in attributes have gates of their own

    public static TheoryData<string, string> Repetitions => new()
    {
        { "", "<" }, { "", "<!--" }, { "", "<a " }, { "", "</" }, { "", "<a b" }, { "", "<a b='" }, { "", "<a b=\"" }, { "", "<![CDATA[" },
        { "", "<svg>" }, { "", "<svg></x>" }, { "", "<svg><g>" }, { "", "\0" }, { "", "\u00FF" }, { "", "<script>" },
        { "", "<script><!--<script>" }, { "<script><!--", "<script>" }, { "<script><!--", "-->" }, { "<script>", "</scrip" },
        { "", "<img data-consent=x src=t " }, { "<img ", "src=t " }, { "<img data-consent=x ", "src=t " }, { "<img ", "=" }, { "<img ", "a=b " },
        { "<img a=", "b" }, { "<img a='", "b" }, { "<img ", "\0" }, { "<img ", "/" }, { "<img ", " " }, { "<img src=\"data:image/png;", "A" },
        { "<div data-a=\"", "A" }, { "<", "a" }, { "</", "a" }, { "<svg><", "a" }, { "", "&" }, { "", "<noscript>" },
        { "<noscript><!--", "</noscrip" }, { "<noscript><img a=\"", "</noscript>" }, { "", "<noscript></noscript " }, { "", "<select><style>" },
        { "", "<svg><foreignObject><p></foreignObject>" }, { "<title>", "</titl" }, { "<svg><foreignObject><p></foreignObject><![CDATA[", ">" },
        { "", "<img data-consent=x src=t>" }, { "", "<style data-consent=x>" }, { "<style data-consent=x>", "<s" }, { "<plaintext>", "<" },
        { "<!doctype html>", "<template>" }, { "<html", " a" }, { "<!--", "-" }, { "<!--", "--!" }, { "<svg><![CDATA[", "]" },
    };

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void EndlessPage_InSmallPieces_TakesBoundedMemoryAndLinearTime(string start, string unit) =>
        RunInSmallPieces(Page(start, unit, 1_000_000));

    public static TheoryData<string, string> JudgedRepetitions => new()
    {
        { "", "<script>" }, { "", "<script>x</script>" }, { "<script>", "</scrip" }, { "<script><!--<script>", "</script><script>" }, { "<script>", "<!--" },
        { "", "<style>" }, { "<style>", "a{b:url(" }, { "<style>", "(h" }, { "<style>", "'" }, { "<style>", "\\" }, { "<style>", "/*" }, { "<style>", "@" },
        { "<style>", "url(\"" }, { "<style>", "\\(" }, { "", "<p style='a:url(//t.example)'>" }, { "<p style='", "(h" }, { "<p style='", "&#40;" },
        { "<p style=\"", "'a" }, { "<img srcset='", "a," }, { "<img srcset='", "(" }, { "<img srcset='", ", " }, { "<a ping='", "//t.example " },
        { "<iframe srcdoc='", "&lt;img src=//t.example>" }, { "<iframe srcdoc='", "<iframe srcdoc=&quot;" }, { "<iframe src='data:text/html,", "%3C" },
        { "<img src='https://", "a@" }, { "<img src='https://", "a." }, { "<img src='https://", "%41" }, { "", "<img src=https://\u00FF.example>" },
        { "", "<img src=https://t.example/x>" }, { "<svg><style>", "<![CDATA[" }, { "<svg><style>", "<!--" }, { "<svg>", "<style/>" }, { "<svg>", "<a b='url('>" },
        { "<script type=importmap>", "\"" }, { "<script type=importmap>", "\\" }, { "<script type=module>", "from'" }, { "<script type=module>", "*/'" },
        { "<script type=module>", "import\"\\" }, { "<style><![CDATA[", "<" }, { "<noscript><style>", "</noscrip" }, { "<img src='&", "&" }, { "<link rel='", "a " },
        { "<meta http-equiv=refresh content='", "0;" }, { "<svg><animate values='", "//t.example;" }, { "<iframe src='javascript:", "<" },
    };

    [Theory]
    [MemberData(nameof(JudgedRepetitions))]
    public void EndlessUnmarkedPage_InSmallPieces_TakesBoundedMemoryAndLinearTime(string start, string unit) =>
        RunInSmallPieces(Page(start, unit, 500_000), new JudgingPlan(), MaxJudgingMemory);

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void EndlessPage_ThatIsJudged_TakesBoundedMemoryAndLinearTime(string start, string unit) =>
        RunInSmallPieces(Page(start, unit, 500_000), new JudgingPlan(), MaxJudgingMemory);

    [Fact]
    public void JudgingGate_OnAPageWithNothingDenied_AllocatesNothing()
    {
        byte[] page = Encoding.UTF8.GetBytes(
            string.Concat(HtmlGateUnmarkedTests.Ways.Where(w => w.EndsWith('>') && !w.Contains("data:", StringComparison.Ordinal) && !w.Contains("<svg><style", StringComparison.Ordinal)
                && !w.Contains("javascript:", StringComparison.Ordinal) && !w.Contains("data-consent", StringComparison.Ordinal))
                .Select(w => w.Replace("'U", "'https://c.example/x", StringComparison.Ordinal).Replace("trackq", "countq", StringComparison.Ordinal))));
        Assert.Equal(0, Measure(new HtmlGate(), page, new ArrayBufferWriter<byte>(1_000_000), new JudgingPlan()));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<a ")]
    [InlineData("<img a=")]
    public void FiveMegabytes_InSmallPieces_TakeBoundedMemoryAndLinearTime(string unit) =>
        RunInSmallPieces(Page("", unit, 5_000_000));

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void UsedGate_OnItsNextPage_AllocatesNothing(string start, string unit)
    {
        byte[] page = Page(start, unit, 200_000);
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>(1_000_000);
        Assert.Equal(0, Measure(gate, page, output));
    }

    [Fact]
    public void UsedGate_OnAPageOfEverything_AllocatesNothing() =>
        Assert.Equal(0, Measure(new HtmlGate(), RichPage.Bytes, new ArrayBufferWriter<byte>(100_000)));

    [Fact]
    public void Gate_OnRandomBytes_DoesNotThrowAndDoesNotCareHowTheyAreCut()
    {
        Gen<byte> odd = Gen.OneOf(Gen.Byte, Gen.Int[0, 19].Select(i => "<>/!-=\"' \0datsrcimg?"u8[i]));
        Gen.Select(odd.Array[0, 300], Gen.Int[0, 300]).Sample(
            (bytes, cut) => Assert.Equal(
                Gate.Run(bytes, RichPage.Plan, []),
                Gate.Run(bytes, RichPage.Plan, [Math.Min(cut, bytes.Length)])),
            iter: 50_000);
    }

    [Theory]
    [InlineData("<img alt='{0}' src=t data-consent=x>", "<img src=\"about:blank\" srcset=\"\" alt='{0}' src=t data-consent=x>")]
    [InlineData("<img src=t alt='{0}'>", "<img src=\"about:blank\" srcset=\"\" src=t alt='{0}'>")]
    [InlineData("<img src='data:image/png;base64,{0}' srcset=t>", "<img srcset=\"\" src='data:image/png;base64,{0}' srcset=t>")]
    [InlineData("<script a='{0}' src=t>x<y</script>", "<script type=\"text/plain\" src=\"\" a='{0}' src=t>x<y</script>")]
    [InlineData("<script src='data:text/javascript,{0}'></script>", "<script type=\"text/plain\" src=\"\" src='data:text/javascript,{0}'></script>")]
    [InlineData("<iframe src='data:text/html,{0}'></iframe>", "<iframe src=\"about:blank\" srcdoc=\"\" src='data:text/html,{0}'></iframe>")]
    [InlineData("<object data='data:image/svg+xml,{0}'></object>", "<object data=\"\" data='data:image/svg+xml,{0}'></object>")]
    [InlineData("<input type=hidden value='{0}'>", "<input src=\"about:blank\" type=hidden value='{0}'>")]
    [InlineData("<video src=t data-a='{0}'>", "<video src=\"about:blank\" poster=\"\" src=t data-a='{0}'>")]
    [InlineData("<style a='{0}'>@import 't'</style>", "<script type=\"text/plain\" data-pc-style a='{0}'>@import 't'</script>")]
    [InlineData("<html lang='{0}'><head>", "<html A lang='{0}'><head>[H][B]")]
    [InlineData("<div title='{0}'>", "<div title='{0}'>")]
    [InlineData("<noscript><img a='<{0}</noscript>' src=t></noscript><b>",
                "<noscript><img src=\"about:blank\" srcset=\"\" a='&lt;{0}&lt;/noscript>' src=t></noscript><b>")]
    public void Tag_LongerThanTheLimit_LeavesClosed(string tag, string expected)
    {
        string filler = new('a', HtmlGate.MaxHeldBytes);
        var plan = new TestPlan("x") { Attributes = " A", Head = "[H]", Body = "[B]" };
        Assert.Equal(
            expected.Replace("{0}", filler, StringComparison.Ordinal),
            Gate.Run(tag.Replace("{0}", filler, StringComparison.Ordinal), plan));
    }

    [Fact]
    public void Tag_JustAtTheLimit_IsReadWhole()
    {
        string filler = new('a', HtmlGate.MaxHeldBytes - "<img alt='' src=t data-consent=x>".Length);
        Assert.Equal($"<img alt='{filler}' data-src=t data-consent=x>", Gate.Run($"<img alt='{filler}' src=t data-consent=x>", Gate.Closed));
    }

    [Fact]
    public void Tag_WithMoreAttributesThanAreKept_LeavesClosed()
    {
        string filler = string.Concat(Enumerable.Range(0, TagScanner.MaxAttributes).Select(i => $" a{i}"));
        Assert.Equal(
            $"<img src=\"about:blank\" srcset=\"\"{filler} src=t data-consent=x>",
            Gate.Run($"<img{filler} src=t data-consent=x>", new TestPlan("x")));
    }

    private static void RunInSmallPieces(byte[] page) => RunInSmallPieces(page, RichPage.Plan, MaxMemory);

    private static void RunInSmallPieces(byte[] page, IHtmlGatePlan plan, int maxMemory)
    {
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>(page.Length * 2);
        gate.Reset(plan);
        for (int at = 0; at < page.Length; at += 13)
        {
            gate.Write(page.AsSpan(at, Math.Min(13, page.Length - at)), output);
        }

        gate.Complete(output);
        Assert.InRange(gate.RetainedBytes, 1, maxMemory);
        Assert.True(output.WrittenSpan.SequenceEqual(Gate.Run(page, plan, [])), "Differs from the page in one piece.");
    }

    private static byte[] Page(string start, string unit, int length) =>
        Encoding.Latin1.GetBytes(start + string.Concat(Enumerable.Repeat(unit, length / unit.Length)));

    private static long Measure(HtmlGate gate, byte[] page, ArrayBufferWriter<byte> output, IHtmlGatePlan? plan = null)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 6; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            output.ResetWrittenCount();
            gate.Reset(plan ?? RichPage.Plan);
            for (int at = 0; at < page.Length; at += 997)
            {
                gate.Write(page.AsSpan(at, Math.Min(997, page.Length - at)), output);
            }

            gate.Complete(output);

            // A collection on behalf of another test adds what was left of this thread's allocation context.
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
