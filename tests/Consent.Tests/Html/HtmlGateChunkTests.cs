using System.Buffers;
using System.Text;
using Consent.Html;
using CsCheck;

namespace Consent.Tests.Html;

public sealed class HtmlGateChunkTests
{
    private static readonly byte[] s_whole = Gate.Run(RichPage.Bytes, RichPage.Plan, []);

    [Fact]
    public void Page_WrittenByteByByte_ComesOutTheSame() =>
        AssertSame([.. Enumerable.Range(1, RichPage.Bytes.Length - 1)]);

    [Fact]
    public void Page_CutInTwoAnywhere_ComesOutTheSame()
    {
        for (int cut = 0; cut <= RichPage.Bytes.Length; cut++)
        {
            AssertSame([cut]);
        }
    }

    [Fact]
    public void Page_CutInAnyPieces_ComesOutTheSame() =>
        Gen.Int[0, RichPage.Bytes.Length].Array[0, 60].Sample(cuts => AssertSame([.. cuts.Order()]), iter: 2000);

    [Theory]
    [InlineData("text")]
    [InlineData("<p>text &amp; more")]
    [InlineData("<p class=\"half a ta")]
    [InlineData("<!-- half a comment ")]
    [InlineData("<script>let half = ")]
    [InlineData("<title>half ")]
    [InlineData("<svg><path d=\"M0")]
    [InlineData("<svg><![CDATA[ half ")]
    [InlineData("</p half")]
    public void Bytes_ThatAreSettled_LeaveWithTheirWrite(string html)
    {
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>();
        gate.Reset(Gate.Closed);
        gate.Write(Encoding.ASCII.GetBytes(html), output);
        Assert.Equal(html, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("a<", "a")]
    [InlineData("a<im", "a")]
    [InlineData("a<img src=x dat", "a")]
    [InlineData("<title>a</titl", "<title>a")]
    [InlineData("a<!-", "a")]
    public void Bytes_ThatMayStillChange_AreHeldBackAndNoMore(string html, string settled)
    {
        var gate = new HtmlGate();
        var output = new ArrayBufferWriter<byte>();
        gate.Reset(Gate.Closed);
        gate.Write(Encoding.ASCII.GetBytes(html), output);
        Assert.Equal(settled, Encoding.ASCII.GetString(output.WrittenSpan));
        gate.Complete(output);
        Assert.Equal(html, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    private static void AssertSame(int[] cuts) =>
        Assert.Equal(Encoding.UTF8.GetString(s_whole), Encoding.UTF8.GetString(Gate.Run(RichPage.Bytes, RichPage.Plan, cuts)));
}
