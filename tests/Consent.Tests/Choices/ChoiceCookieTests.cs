using Consent.Tests.Decisions;
using CsCheck;

namespace Consent.Tests.Choices;

public sealed class ChoiceCookieTests
{
    private const string Name = "__Host-privacy";
    private static readonly ConsentPolicy s_policy = ConsentPolicy.Default;
    private static readonly string s_granted = ChoiceCookie.Format(default(ConsentChoice).GrantAll(s_policy, Generators.Now), s_policy);
    private static readonly string s_refused = ChoiceCookie.Format(ConsentChoice.RefuseAll(s_policy, Generators.Now), s_policy);

    [Fact]
    public void Format_ThenParse_GivesTheSameChoice() => (
        from policy in Generators.Policy
        from choice in Generators.Choice(policy)
        select (policy, choice)).Sample(static input =>
    {
        ConsentChoice read = ChoiceCookie.Parse(ChoiceCookie.Format(input.choice, input.policy), input.policy);

        Assert.False(read.IsUnreadable);
        foreach (Category category in input.policy.Categories)
        {
            Assert.Equal(input.choice[category.Index], read[category.Index]);
        }
    });

    [Fact]
    public void Format_EightCategories_FitsIn160BytesWithItsName()
    {
        ConsentPolicy policy = new(
            [.. Enumerable.Range(0, 9).Select(static i => new Category(i, $"c{i}") { Required = i == 0, Key = 0xFFFFFF - (uint)i, MaterialHash = 0x3FFFFFFF })], []);
        string value = ChoiceCookie.Format(default(ConsentChoice).GrantAll(policy, Generators.Now), policy);

        Assert.Equal(8, policy.Optional.Count);
        Assert.True(Name.Length + 1 + value.Length <= 160, $"{Name}={value}");
    }

    [Theory]
    [InlineData("{0}=x; __Host-privacy={1}; b=c", true)]
    [InlineData("__Host-privacy={1}", true)]
    [InlineData("a=b;__Host-privacy={1};c=d", true)]
    [InlineData("a=b; \t __Host-privacy={1} ; c=d", true)]
    [InlineData("a=b; x__Host-privacy={1}", false)]
    [InlineData("a=__Host-privacy={1}", false)]
    [InlineData("a=b; __host-privacy={1}", false)]
    [InlineData("a=b; __Host-privacy2={1}", false)]
    [InlineData("__Host-privacy", false)]
    [InlineData("", false)]
    public void ReadHeader_FindsTheCookieByItsExactName(string header, bool found)
    {
        ConsentChoice choice = Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, header, "other", s_granted));

        Assert.Equal(found, choice.IsPresent);
        Assert.Equal(found ? Answer.Granted : Answer.None, choice[s_policy.GetCategory("analytics").Index].Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("{0}A")]
    [InlineData("{0} x")]
    [InlineData("\"{0}\"")]
    public void Parse_WhatIsNoChoice_IsUnreadable(string value)
    {
        ConsentChoice choice = ChoiceCookie.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, value, s_granted), s_policy);

        Assert.True(choice.IsPresent);
        Assert.True(choice.IsUnreadable);
        Assert.Equal(default, choice[2]);
    }

    [Fact]
    public void Parse_AnotherVersion_IsUnreadable() => Assert.True(ChoiceCookie.Parse("2" + s_granted[1..], s_policy).IsUnreadable);

    [Fact]
    public void Parse_TooLong_IsUnreadable() => Assert.True(ChoiceCookie.Parse("1" + new string('A', 5000), s_policy).IsUnreadable);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReadHeader_TwoCookies_TheMorePrivateWins(bool grantFirst)
    {
        string first = grantFirst ? s_granted : s_refused;
        string second = grantFirst ? s_refused : s_granted;
        ConsentChoice choice = Read($"{Name}={first}; {Name}={second}");

        Assert.All(s_policy.Categories.Where(static c => !c.Required), c => Assert.Equal(Answer.Refused, choice[c.Index].Answer));
    }

    [Fact]
    public void ReadHeader_AGrantAndADamagedCookie_IsUnreadable()
    {
        ConsentChoice choice = Read($"{Name}={s_granted}; {Name}={s_refused[..^3]}");

        Assert.True(choice.IsUnreadable);
        Assert.Equal(s_policy.Required, Decide(choice, default, "US-CA").Allowed);
    }

    [Fact]
    public void ReadHeader_TwoLines_AreMergedToo()
    {
        ConsentChoice choice = Read($"{Name}={s_granted}");
        ChoiceCookie.ReadHeader($"{Name}={s_refused}", Name, s_policy, ref choice);

        Assert.Equal(Answer.Refused, choice[2].Answer);
    }

    [Fact]
    public void TwoCookies_NeverAllowMoreThanEither() => (
        from policy in Generators.Policy
        from first in Generators.Choice(policy, youngest: 0)
        from second in Generators.Choice(policy, youngest: 0)
        from signals in Generators.Signals
        from region in Generators.Region
        select (policy, first, second, signals, region)).Sample(static (policy, first, second, signals, region) =>
    {
        ConsentChoice merged = first;
        merged.MergeMorePrivate(second);
        CategorySet allowed = ConsentDecision.Decide(policy, signals, merged, region, Generators.Now).Allowed;

        Assert.True(ConsentDecision.Decide(policy, signals, first, region, Generators.Now).Allowed.ContainsAll(allowed));
        Assert.True(ConsentDecision.Decide(policy, signals, second, region, Generators.Now).Allowed.ContainsAll(allowed));
    });

    [Fact]
    public void RandomText_NeverThrowsAndNeverAllowsMoreThanNoCookie() =>
        Gen.Select(Gen.String, Generators.Signals, Generators.Region).Sample(static (text, signals, region) =>
            AssertNoMoreThanNoCookie(text, signals, region));

    [Fact]
    public void AMutatedGrant_NeverThrowsAndNeverAllowsMoreThanNoCookie() =>
        Gen.Select(Gen.Int[0, s_granted.Length - 1], Gen.Char, Gen.Int[0, 2], Generators.Region).Sample(static (at, with, kind, region) =>
        {
            string mutated = kind switch
            {
                0 => s_granted[..at] + with + s_granted[(at + 1)..],
                1 => s_granted[..at] + s_granted[(at + 1)..],
                _ => s_granted[..at] + with + s_granted[at..],
            };
            if (mutated != s_granted && !mutated.Trim(' ', '\t').Split(';')[0].Trim(' ', '\t').Equals(s_granted, StringComparison.Ordinal))
            {
                AssertNoMoreThanNoCookie(mutated, default, region);
            }
        });

    [Fact]
    public void EverySingleCharacterSwap_IsSeen()
    {
        for (int at = 0; at < s_granted.Length; at++)
        {
            foreach (char with in "ABCXYZabcxyz0189-_")
            {
                if (s_granted[at] != with)
                {
                    Assert.True(ChoiceCookie.Parse(s_granted[..at] + with + s_granted[(at + 1)..], s_policy).IsUnreadable);
                }
            }
        }
    }

    private static void AssertNoMoreThanNoCookie(string value, PrivacySignals signals, string? region)
    {
        CategorySet none = Decide(default, signals, region).Allowed;
        Assert.True(none.ContainsAll(Decide(Read($"a=b; {Name}={value}; c=d"), signals, region).Allowed));
        Assert.True(none.ContainsAll(Decide(Read(value), signals, region).Allowed));
    }

    private static ConsentDecision Decide(in ConsentChoice choice, PrivacySignals signals, string? region) =>
        ConsentDecision.Decide(s_policy, signals, choice, region, Generators.Now);

    private static ConsentChoice Read(string header)
    {
        ConsentChoice choice = default;
        ChoiceCookie.ReadHeader(header, Name, s_policy, ref choice);
        return choice;
    }
}
