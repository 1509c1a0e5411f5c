namespace Consent.Razor;

/// <summary>The categories that must all be allowed, as an attribute names them.</summary>
/// <param name="Ids">The ids, separated by single spaces.</param>
/// <param name="IsOptional">Whether a visitor can refuse any of them; if not, there is nothing to hold back.</param>
internal sealed record Requirement(string Ids, bool IsOptional)
{
    /// <summary>Reads an attribute.</summary>
    /// <param name="value">The attribute's value: one id, or several separated by spaces.</param>
    /// <param name="policy">The site's policy.</param>
    /// <param name="tag">The tag, for the error.</param>
    /// <param name="attribute">The attribute, for the error.</param>
    /// <exception cref="InvalidOperationException">An id is not a category, or there is none.</exception>
    public static Requirement Parse(string value, ConsentPolicy policy, string tag, string attribute)
    {
        string[] ids = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool optional = false;
        foreach (string id in ids)
        {
            Category category = policy.FindCategory(id) ?? throw Unknown($"\"{id}\" is not a category of the consent policy");
            optional |= !category.Required;
        }

        return ids.Length == 0 ? throw Unknown("it names no category") : new(string.Join(' ', ids), optional);

        InvalidOperationException Unknown(string problem) => new(
            $"<{tag} {attribute}=\"{value}\">: {problem}; the categories are {string.Join(", ", policy.Categories)}.");
    }

    /// <summary>Whether a decision allows all of them.</summary>
    /// <param name="decision">The decision.</param>
    public bool IsMetBy(ConsentDecision decision) => Array.TrueForAll(Ids.Split(' '), decision.Allows);
}
