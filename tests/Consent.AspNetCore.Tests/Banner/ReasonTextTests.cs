using AngleSharp.Dom;

namespace Consent.AspNetCore.Tests.Banner;

public sealed class ReasonTextTests
{
    [Fact]
    public void Reason_NotAsked_SaysOff() => Assert.Equal("Off until you allow it.", Of(new Shown(), "analytics"));

    [Fact]
    public void Reason_Required_SaysWhy() => Assert.Equal("The site can\u2019t work without it.", Of(new Shown(), "necessary"));

    [Fact]
    public void Reason_Refused_HoldsTheDay() => Assert.Equal(
        "You refused this on 3 May 2026.", Of(new Shown { Choice = static p => ConsentChoice.RefuseAll(p, Shown.Now) }, "analytics"));

    [Fact]
    public void Reason_Granted_HoldsTheDay() => Assert.Equal(
        "You allowed this on 3 May 2026.", Of(new Shown { Choice = static p => default(ConsentChoice).GrantAll(p, Shown.Now) }, "analytics"));

    [Fact]
    public void Reason_GrantedLongAgo_SaysThatItRanOut() => Assert.Equal(
        "Off: the permission that you gave on 3 May 2026 has run out.",
        Of(new Shown { Choice = static p => default(ConsentChoice).GrantAll(p, Shown.Now), At = Shown.Now.AddDays(200) }, "analytics"));

    [Fact]
    public void Reason_GrantedUnderAnotherPolicy_SaysWhatChanged()
    {
        ConsentPolicy before = ConsentPolicy.Default;
        Shown shown = new() { Choice = _ => default(ConsentChoice).GrantAll(before, Shown.Now) };

        Assert.Equal("Off: what belongs here has changed since you allowed it on 3 May 2026.", Of(shown, "analytics"));
    }

    [Fact]
    public void Reason_Override_NamesTheSignal()
    {
        Shown shown = new()
        {
            Signals = Shown.Gpc,
            Choice = static p => default(ConsentChoice).With(p, p.GetCategory("marketing"), granted: true, Shown.Gpc, Shown.Now),
        };

        Assert.Equal(
            "You allowed this on 3 May 2026, although your browser\u2019s Global Privacy Control asks for it to be off.", Of(shown, "marketing"));
    }

    [Fact]
    public void Reason_OptOutRegime_SaysThatItCanBeTurnedOff() => Assert.Equal(
        "On by default where you are. You can turn it off.", Of(new Shown { Region = "US-CA" }, "analytics"));

    [Fact]
    public void Reason_UnreadableChoice_SaysSo() => Assert.Equal(
        "Off: your earlier choice could not be read.", Of(new Shown { Choice = static p => ChoiceCookie.Parse("damaged", p) }, "analytics"));

    [Theory]
    [InlineData(true, null, "Your browser\u2019s Global Privacy Control turned this off.")]
    [InlineData(false, true, "Your browser\u2019s Do Not Track turned this off.")]
    [InlineData(true, true, "Your browser\u2019s Global Privacy Control turned this off.")]
    public void Reason_Signal_NamesIt(bool gpc, bool? dnt, string text) =>
        Assert.StartsWith(text, Of(new Shown { Signals = new(gpc, dnt) }, "marketing"), StringComparison.Ordinal);

    private static string Of(Shown shown, string category)
    {
        IElement item = shown.PageDocument.QuerySelector($"[data-pc-category={category}]")!.ParentElement!;
        return (item.QuerySelector(".pc-why") ?? item.QuerySelector(".pc-note"))!.TextContent;
    }
}
