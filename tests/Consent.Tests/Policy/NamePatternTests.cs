namespace Consent.Tests.Policy;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("_ga", "_ga", true)]
    [InlineData("_ga", "_GA", false)]
    [InlineData("_ga", "_ga1", false)]
    [InlineData("_ga*", "_ga", true)]
    [InlineData("_ga*", "_ga_ABC", true)]
    [InlineData("*id", "uid", true)]
    [InlineData("ph_*_posthog", "ph_abc_posthog", true)]
    [InlineData("ph_*_posthog", "ph_posthog", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*", "", true)]
    public void Matches_ComparesByLetter(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new NamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("*", "session", true)]
    [InlineData("s*", "session", true)]
    [InlineData("s*", "se*", true)]
    [InlineData("se*", "s*", false)]
    [InlineData("session", "se*", false)]
    [InlineData("a*z", "ab*yz", true)]
    [InlineData("a*z", "ab*", false)]
    public void Covers_AllThatTheOtherMatches(string pattern, string other, bool covers) =>
        Assert.Equal(covers, new NamePattern(pattern).Covers(new NamePattern(other)));

    [Fact]
    public void New_TwoStars_SaysHowManyThereMayBe() =>
        Assert.Contains("one at most", Assert.Throws<ArgumentException>(() => new NamePattern("a*b*")).Message, StringComparison.Ordinal);
}
