namespace Consent.Tests.Decisions;

public sealed class DecisionTableTests
{
    public static TheoryData<string> Rows => [.. DecisionVectors.File.Rows.Select(static r => r.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decide_EveryRowOfTheTable_GivesItsReasonsAndPrompt(string name)
    {
        DecisionVectors.Row row = DecisionVectors.File.Rows.Single(r => r.Name == name);
        ConsentPolicy policy = DecisionVectors.Policies[row.Policy];

        ConsentDecision decision = ConsentDecision.Decide(
            policy, row.Signals, row.BuildChoice(policy), row.Region, DecisionVectors.File.Now);

        Assert.Equal(row.Expect, policy.Categories.ToDictionary(static c => c.Id, c => decision.ReasonFor(c).ToString()));
        Assert.Equal(row.Prompt, decision.Prompt.ToString());
        Assert.Equal(row.Regime, decision.Regime switch { Regime.OptIn => "opt-in", Regime.OptOut => "opt-out", _ => "notice" });
        foreach (Category category in policy.Categories)
        {
            Assert.Equal(
                decision.ReasonFor(category) is Reason.Required or Reason.Granted or Reason.OptOutRegime or Reason.Notice,
                decision.Allows(category.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decide_ChoiceThatWentThroughItsCookie_DecidesTheSame(string name)
    {
        DecisionVectors.Row row = DecisionVectors.File.Rows.Single(r => r.Name == name);
        ConsentPolicy policy = DecisionVectors.Policies[row.Policy];
        ConsentChoice choice = row.BuildChoice(policy);
        ConsentChoice read = row.Unreadable ? choice : ChoiceCookie.Parse(ChoiceCookie.Format(choice, policy), policy);

        Assert.Equal(
            ConsentDecision.Decide(policy, row.Signals, choice, row.Region, DecisionVectors.File.Now),
            ConsentDecision.Decide(policy, row.Signals, read, row.Region, DecisionVectors.File.Now));
    }

    [Fact]
    public void Vectors_AreEnough()
    {
        Assert.True(DecisionVectors.File.Rows.Length >= 150, "The table has at least 150 rows.");
        Assert.Equal(
            Enum.GetNames<Reason>().Order(),
            DecisionVectors.File.Rows.SelectMany(static r => r.Expect.Values).Distinct().Order());
    }

    [Fact]
    public void Allows_UnknownCategory_NamesTheKnownOnes()
    {
        ConsentDecision decision = ConsentDecision.Decide(ConsentPolicy.Default, default, default, null, DecisionVectors.File.Now);

        ArgumentException error = Assert.Throws<ArgumentException>(() => decision.Allows("analitics"));

        Assert.Contains("\"analitics\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("necessary, preferences, analytics, marketing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultDecision_AllowsNothing()
    {
        Assert.True(default(ConsentDecision).Allowed.IsEmpty);
        Assert.False(default(ConsentDecision).AllowsAll);
        Assert.Throws<InvalidOperationException>(() => default(ConsentDecision).Allows("necessary"));
    }

    [Fact]
    public void Decide_InSteadyState_AllocatesNothing()
    {
        ConsentPolicy policy = ConsentPolicy.Default;
        string header = "a=b; privacy=" + ChoiceCookie.Format(default(ConsentChoice).GrantAll(policy, DecisionVectors.File.Now), policy);
        int allowed = DecideOnce(policy, header);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            allowed += DecideOnce(policy, header);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1001 * 3, allowed);
    }

    private static int DecideOnce(ConsentPolicy policy, string header)
    {
        ConsentChoice choice = default;
        ChoiceCookie.ReadHeader(header, "privacy", policy, ref choice);
        return ConsentDecision.Decide(policy, new(true, null), choice, "US-CA", DecisionVectors.File.Now).Allowed.Count;
    }
}
