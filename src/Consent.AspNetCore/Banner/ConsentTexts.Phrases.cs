using System.Collections.Frozen;

namespace Consent.AspNetCore;

internal sealed partial record ConsentTexts
{
    /// <summary>The texts of the built-in categories, by id.</summary>
    public FrozenDictionary<string, CategoryTexts> BuiltIn { get; init; } = new Dictionary<string, CategoryTexts>
    {
        ["necessary"] = new(
            "Necessary",
            "Keeps the site working: security, signing in, your basket, and remembering these choices.",
            "keeping the site working"),
        ["preferences"] = new(
            "Preferences",
            "Remembers how you like the site, such as your language or the size of its text.",
            "remembering your preferences"),
        ["analytics"] = new(
            "Analytics",
            "Counts visits and shows which pages are of use, so that the site can get better.",
            "measuring how the site is used"),
        ["marketing"] = new(
            "Marketing",
            "Shows advertising that follows your interests and measures what it does. Others may learn of your visit.",
            "advertising that follows your interests"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A category's name: the site's own, else the built-in one, else its id.</summary>
    public string NameOf(Category category) => category.Name ?? BuiltIn.GetValueOrDefault(category.Id)?.Name ?? category.Id;

    /// <summary>What a category is for: the site's own text, else the built-in one.</summary>
    public string? DescriptionOf(Category category) =>
        category.Description ?? (category.Name is null ? BuiltIn.GetValueOrDefault(category.Id)?.Description : null);

    /// <summary>A category's purpose within a sentence; a name that the site gave stands there as a name.</summary>
    public string PurposeOf(Category category) => category.Name is { } name
        ? Fill(NameInSentence, "name", name)
        : BuiltIn.GetValueOrDefault(category.Id)?.Purpose ?? category.Id;

    /// <summary>Joins the items of a list as a sentence does: <c>a, b and c</c>.</summary>
    public string Join(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(ListSeparator, items.SkipLast(1)) + ListEnd + items[^1];

    /// <summary>A day, from the seconds that a choice keeps.</summary>
    public string DateOf(uint seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(DateFormat, Culture);

    /// <summary>A lifetime in the largest unit that says it whole.</summary>
    public string LifetimeOf(TimeSpan lifetime) => lifetime switch
    {
        { TotalDays: >= 1 } => Count(Day, Days, (int)Math.Ceiling(lifetime.TotalDays)),
        { TotalHours: >= 1 } => Count(Hour, Hours, (int)Math.Ceiling(lifetime.TotalHours)),
        _ => Count(Minute, Minutes, Math.Max(1, (int)Math.Ceiling(lifetime.TotalMinutes))),
    };

    /// <summary>Fills one word in braces.</summary>
    public static string Fill(string text, string word, string value) =>
        text.Replace("{" + word + "}", value, StringComparison.Ordinal);

    private string Count(string one, string many, int count) =>
        count == 1 ? one : Fill(many, "count", count.ToString(Culture));
}
