using CsCheck;

namespace Consent.Tests.Decisions;

public sealed class DecisionPropertyTests
{
    private static readonly Gen<(ConsentPolicy Policy, PrivacySignals Signals, ConsentChoice Choice, string? Region)> Inputs =
        from policy in Generators.Policy
        from signals in Generators.Signals
        from choice in Generators.Choice(policy)
        from region in Generators.Region
        select (policy, signals, choice, region);

    [Fact]
    public void AddingASignal_NeverAllowsMore() => Inputs.Sample(static input =>
    {
        CategorySet before = Decide(input.Policy, input.Signals, input.Choice, input.Region).Allowed;
        CategorySet gpc = Decide(input.Policy, input.Signals with { Gpc = true }, input.Choice, input.Region).Allowed;
        CategorySet dnt = Decide(input.Policy, input.Signals with { Dnt = true }, input.Choice, input.Region).Allowed;

        Assert.True(before.ContainsAll(gpc));
        Assert.True(before.ContainsAll(dnt));
    });

    [Fact]
    public void RemovingAGrant_NeverAllowsMore() => Inputs.Sample(static input =>
    {
        CategorySet before = Decide(input.Policy, input.Signals, input.Choice, input.Region).Allowed;
        foreach (Category category in input.Policy.Categories)
        {
            if (input.Choice[category.Index].Answer == Answer.Granted)
            {
                ConsentChoice fewer = input.Choice;
                fewer.Set(category.Index, default);
                Assert.True(before.ContainsAll(Decide(input.Policy, input.Signals, fewer, input.Region).Allowed));
            }
        }
    });

    [Fact]
    public void Required_IsAlwaysAllowed() => Inputs.Sample(static input =>
    {
        ConsentDecision decision = Decide(input.Policy, input.Signals, input.Choice, input.Region);
        Assert.True(decision.Allowed.ContainsAll(input.Policy.Required));
    });

    [Fact]
    public void Refused_IsNeverAllowed() => Inputs.Sample(static input =>
    {
        ConsentDecision decision = Decide(input.Policy, input.Signals, input.Choice, input.Region);
        foreach (Category category in input.Policy.Categories)
        {
            if (!category.Required && input.Choice[category.Index].Answer == Answer.Refused)
            {
                Assert.False(decision.Allows(category));
            }
        }
    });

    [Fact]
    public void Reason_AgreesWithAllowed() => Inputs.Sample(static input =>
    {
        ConsentDecision decision = Decide(input.Policy, input.Signals, input.Choice, input.Region);
        foreach (Category category in input.Policy.Categories)
        {
            Assert.Equal(decision.Allows(category), decision.ReasonFor(category) >= Reason.Required);
        }
    });

    [Fact]
    public void DntZero_GrantsNothing() => Inputs.Sample(static input =>
    {
        CategorySet silent = Decide(input.Policy, input.Signals with { Dnt = null }, input.Choice, input.Region).Allowed;
        CategorySet zero = Decide(input.Policy, input.Signals with { Dnt = false }, input.Choice, input.Region).Allowed;
        Assert.Equal(silent, zero);
    });

    [Fact]
    public void UnknownRegion_NeverAllowsMoreThanAKnownOne() => Inputs.Sample(static input =>
    {
        CategorySet known = Decide(input.Policy, input.Signals, input.Choice, "US-WY").Allowed;
        CategorySet unknown = Decide(input.Policy, input.Signals, input.Choice, null).Allowed;
        Assert.True(known.ContainsAll(unknown));
    });

    [Fact]
    public void SameInput_GivesTheSameOutput() => Inputs.Sample(static input => Assert.Equal(
        Decide(input.Policy, input.Signals, input.Choice, input.Region),
        Decide(input.Policy, input.Signals, input.Choice, input.Region)));

    [Fact]
    public void RefusingAll_DeniesEveryOptionalCategoryForGood() => Inputs.Sample(static input =>
    {
        ConsentChoice refused = ConsentChoice.RefuseAll(input.Policy, Generators.Now);
        ConsentDecision decision = ConsentDecision.Decide(
            input.Policy, input.Signals, refused, input.Region, Generators.Now.AddYears(30));
        Assert.Equal(input.Policy.Required, decision.Allowed);
    });

    [Fact]
    public void GrantingAll_OverridesNoSignal() => Inputs.Sample(static input =>
    {
        ConsentChoice granted = default(ConsentChoice).GrantAll(input.Policy, Generators.Now);
        ConsentDecision decision = Decide(input.Policy, new(true, true), granted, input.Region);
        Assert.True(decision.Allowed.Except(input.Policy.Required)
            .Except(input.Policy.Optional.Except(input.Policy.Gpc.Denies).Except(input.Policy.Dnt.Denies)).IsEmpty);
    });

    [Fact]
    public void AnActOnOneCategory_LeavesTheOthersAsTheyWere() => Inputs.Sample(static input =>
    {
        Category acted = input.Policy.Categories[^1];
        ConsentChoice after = input.Choice.With(input.Policy, acted, granted: true, input.Signals, Generators.Now);
        foreach (Category category in input.Policy.Categories)
        {
            if (category != acted && !category.Required)
            {
                CategoryChoice before = input.Choice[category.Index];
                Assert.Equal(input.Choice.IsUnreadable ? Answer.Refused : before.Answer, after[category.Index].Answer);
                Assert.True(input.Choice.IsUnreadable || before == after[category.Index]);
            }
        }
    });

    private static ConsentDecision Decide(ConsentPolicy policy, PrivacySignals signals, in ConsentChoice choice, string? region) =>
        ConsentDecision.Decide(policy, signals, choice, region, Generators.Now);
}
