namespace Consent.AspNetCore;

/// <summary>What a visitor asks for, in one of its three forms: answers by category, one answer for all, or a withdrawal.</summary>
internal sealed class ChoiceRequest
{
    private readonly Dictionary<Category, bool> _answers = [];

    public bool? All { get; set; }

    public bool Withdraw { get; set; }

    /// <summary>Whether answers by category were given, even none.</summary>
    public bool HasAnswers { get; set; }

    /// <summary>Where a form leads back to.</summary>
    public string? ReturnUrl { get; set; }

    public IReadOnlyDictionary<Category, bool> Answers => _answers;

    /// <summary>How many of the three forms were used; exactly one is right.</summary>
    public int Forms => (All is null ? 0 : 1) + (Withdraw ? 1 : 0) + (HasAnswers ? 1 : 0);

    public static Problem NoForm { get; } = new(400, "Expected exactly one of \"choices\", \"all\" and \"withdraw\".");

    /// <summary>Takes an answer about one category; says what is wrong with it, if anything is.</summary>
    public Problem? Answer(ConsentPolicy policy, string id, string member, bool granted)
    {
        if (policy.FindCategory(id) is not { } category)
        {
            return Problem.BadMember(member, $"\"{member}\": there is no category \"{id}\"; expected one of {string.Join(", ", policy.Categories)}.");
        }

        if (category.Required && !granted)
        {
            return Problem.BadMember(member, $"\"{member}\": the category \"{id}\" is required and can't be refused.");
        }

        HasAnswers = true;
        _answers[category] = granted;
        return null;
    }

    /// <summary>Takes the answer to a form's second field of the same category: a hidden "no" stands before a ticked "yes".</summary>
    public bool IsGranted(ConsentPolicy policy, string id) =>
        policy.FindCategory(id) is { } category && _answers.TryGetValue(category, out bool granted) && granted;

    /// <summary>Carries the request out.</summary>
    public void Apply(ConsentFeature feature)
    {
        ConsentPolicy policy = feature.Policy;
        DateTimeOffset now = feature.Now();
        if (All is true)
        {
            feature.Choose(feature.Choice.GrantAll(policy, now), "accept");
        }
        else if (All is false || Withdraw)
        {
            feature.Choose(ConsentChoice.RefuseAll(policy, now), Withdraw ? "withdraw" : "refuse");
        }
        else
        {
            ConsentChoice choice = feature.Choice;
            PrivacySignals signals = feature.Decided.Signals;
            foreach ((Category category, bool granted) in _answers)
            {
                choice = choice.With(policy, category, granted, signals, now);
            }

            feature.Choose(choice, "choose");
        }
    }
}
