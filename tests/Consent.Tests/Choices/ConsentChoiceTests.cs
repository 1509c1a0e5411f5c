using Consent.Tests.Decisions;

namespace Consent.Tests.Choices;

public sealed class ConsentChoiceTests
{
    private static readonly ConsentPolicy s_policy = ConsentPolicy.Default;
    private static readonly Category s_marketing = s_policy.GetCategory("marketing");
    private static readonly PrivacySignals s_gpc = new(true, null);

    [Fact]
    public void With_GrantWhileGpcIsOn_IsAnInformedOverride()
    {
        ConsentChoice choice = default(ConsentChoice).With(s_policy, s_marketing, granted: true, s_gpc, Generators.Now);

        Assert.Equal(Reason.Granted, Decide(choice, s_gpc).ReasonFor("marketing"));
        Assert.Equal(Reason.Gpc, Decide(choice, s_gpc, Generators.Now.AddDays(180)).ReasonFor("marketing"));
    }

    [Fact]
    public void With_GrantWhileGpcIsOn_DoesNotOverrideDnt()
    {
        ConsentChoice choice = default(ConsentChoice).With(s_policy, s_marketing, granted: true, s_gpc, Generators.Now);

        Assert.Equal(Reason.Dnt, Decide(choice, new(true, true)).ReasonFor("marketing"));
    }

    [Fact]
    public void With_GrantBeforeGpcCameOn_DoesNotOverrideIt()
    {
        ConsentChoice choice = default(ConsentChoice).With(s_policy, s_marketing, granted: true, default, Generators.Now);

        Assert.Equal(Reason.Granted, Decide(choice, default).ReasonFor("marketing"));
        Assert.Equal(Reason.Gpc, Decide(choice, s_gpc).ReasonFor("marketing"));
    }

    [Fact]
    public void GrantAll_KeepsAnOverrideThatStands()
    {
        ConsentChoice choice = default(ConsentChoice).With(s_policy, s_marketing, granted: true, s_gpc, Generators.Now);

        DateTimeOffset later = Generators.Now.AddDays(10);
        Assert.Equal(Reason.Granted, Decide(choice.GrantAll(s_policy, later), s_gpc, later).ReasonFor("marketing"));
    }

    [Fact]
    public void GrantAll_DoesNotReviveAnOverrideThatLapsed()
    {
        ConsentChoice choice = default(ConsentChoice).With(s_policy, s_marketing, granted: true, s_gpc, Generators.Now.AddDays(-200));

        Assert.Equal(Reason.Gpc, Decide(choice.GrantAll(s_policy, Generators.Now), s_gpc).ReasonFor("marketing"));
    }

    [Fact]
    public void With_RequiredCategory_ChangesNothing()
    {
        Category necessary = s_policy.GetCategory("necessary");
        ConsentChoice choice = default(ConsentChoice).With(s_policy, necessary, granted: false, default, Generators.Now);

        Assert.Equal(default, choice[necessary.Index]);
        Assert.True(Decide(choice, default).Allows("necessary"));
    }

    [Fact]
    public void With_AfterAnUnreadableCookie_LeavesTheRestRefused()
    {
        ConsentChoice choice = ChoiceCookie.Parse("?", s_policy).With(s_policy, s_marketing, granted: true, default, Generators.Now);

        Assert.Equal(Reason.Granted, Decide(choice, default).ReasonFor("marketing"));
        Assert.Equal(Reason.Refused, Decide(choice, default).ReasonFor("analytics"));
    }

    private static ConsentDecision Decide(in ConsentChoice choice, PrivacySignals signals, DateTimeOffset? now = null) =>
        ConsentDecision.Decide(s_policy, signals, choice, "DE", now ?? Generators.Now);
}
