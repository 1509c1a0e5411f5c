using CsCheck;

namespace Consent.Tests.Html;

public sealed class HtmlGateOracleTests
{
    [Fact]
    public void UnmarkedPage_ThroughAPlanThatPlacesNothing_KeepsEveryByte() =>
        Soup.Unmarked.Where(html => !html.Contains("data-consent", StringComparison.Ordinal))
            .Sample(html => Assert.Equal(html, Gate.Run(html, Gate.Closed)), iter: 20_000);

    [Fact]
    public void DeniedMark_InAnyPage_IsNeverLive() => AssertClosed(Soup.Marked);

    [Fact]
    public void DeniedMark_AroundNoscript_IsNeverLive() => AssertClosed(Soup.Noscript);

    [Fact]
    public void DeniedMark_InSvgAndMath_IsNeverLive() => AssertClosed(Soup.Foreign);

    [Fact]
    public void DeniedMark_AmongAnything_IsNeverLive() => AssertClosed(Soup.Anything);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Page_WithMarks_KeepsItsTree(bool isAllowed, bool script)
    {
        TestPlan plan = isAllowed ? new TestPlan("x") : Gate.Closed;
        Soup.Marked.Sample(
            html => Assert.Equal(Trees.Outline(html, script), Trees.Outline(Gate.Run(html, plan), script)),
            iter: 10_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Page_WithSvgAndMath_KeepsItsTreeWhereNothingHadToBeSettled(bool script) =>
        Soup.Foreign.Sample(
            html =>
            {
                string output = Gate.Run(html, Gate.Closed);
                if (!output.Contains("<meta>", StringComparison.Ordinal) && !output.Contains("<!--", StringComparison.Ordinal))
                {
                    Assert.Equal(Trees.Outline(html, script), Trees.Outline(output, script));
                }
            },
            iter: 10_000);

    private static void AssertClosed(Gen<string> pages) =>
        pages.Sample(
            html =>
            {
                string output = Gate.Run(html, Gate.Closed);
                Assert.Empty(Trees.LiveMarks(output, script: true));
                Assert.Empty(Trees.LiveMarks(output, script: false));
            },
            iter: 10_000);
}
