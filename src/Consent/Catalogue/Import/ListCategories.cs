using System.Collections.Frozen;

namespace Consent;

/// <summary>What the categories of public lists are in the catalogue's words.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>category</term><description>words of the lists</description></listheader>
/// <item><term><c>necessary</c></term><description>Necessary, Strictly necessary, Essential, Security, CDN, Federated Login, SSO, Fraud Prevention, Anti-fraud, Online Payment, Consent Management Platform, ConsentManagers</description></item>
/// <item><term><c>preferences</c></term><description>Functional, Preferences, Personalization, Support Chat Widget, Badge, Embedded Content, Content, Fonts</description></item>
/// <item><term><c>analytics</c></term><description>Analytics, Statistics, Performance, Audience Measurement, Session Replay, Tag Manager</description></item>
/// <item><term><c>marketing</c></term><description>every other word, also an unknown one: what isn't known to be less is taken for the most</description></item>
/// </list>
/// </remarks>
public static class ListCategories
{
    private static readonly FrozenDictionary<string, string> s_byWord = new Dictionary<string, string>
    {
        ["necessary"] = ServiceCatalogue.Necessary,
        ["strictly necessary"] = ServiceCatalogue.Necessary,
        ["essential"] = ServiceCatalogue.Necessary,
        ["security"] = ServiceCatalogue.Necessary,
        ["cdn"] = ServiceCatalogue.Necessary,
        ["federated login"] = ServiceCatalogue.Necessary,
        ["sso"] = ServiceCatalogue.Necessary,
        ["fraud prevention"] = ServiceCatalogue.Necessary,
        ["anti-fraud"] = ServiceCatalogue.Necessary,
        ["online payment"] = ServiceCatalogue.Necessary,
        ["consent management platform"] = ServiceCatalogue.Necessary,
        ["consentmanagers"] = ServiceCatalogue.Necessary,
        ["functional"] = "preferences",
        ["preferences"] = "preferences",
        ["personalization"] = "preferences",
        ["support chat widget"] = "preferences",
        ["badge"] = "preferences",
        ["embedded content"] = "preferences",
        ["content"] = "preferences",
        ["fonts"] = "preferences",
        ["analytics"] = "analytics",
        ["statistics"] = "analytics",
        ["performance"] = "analytics",
        ["audience measurement"] = "analytics",
        ["session replay"] = "analytics",
        ["tag manager"] = "analytics",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The category of a list's word.</summary>
    /// <param name="word">The word; case and outer blanks don't count.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return s_byWord.GetValueOrDefault(word.Trim(), ListService.Marketing);
    }

    /// <summary>The category of several words: the most private of theirs, so that each purpose is asked for.</summary>
    /// <param name="words">The words; none gives <c>marketing</c>.</param>
    public static string Of(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string[] found = [.. words.Select(Of)];
        string[] strictestFirst = [ListService.Marketing, "analytics", "preferences", ServiceCatalogue.Necessary];
        return strictestFirst.FirstOrDefault(found.Contains, ListService.Marketing);
    }
}
