namespace Consent;

/// <summary>Says what is wrong with a text that should be a region.</summary>
internal static class RegionName
{
    /// <summary>What is wrong, or <see langword="null"/> if the text has the shape of a region.</summary>
    public static string? Wrong(string text) =>
        text is "*" ? "for elsewhere, use \"default\""
        : text is "UK" or "EL" ? "ISO 3166 has another code for it"
        : !Shapes.IsRegion.IsMatch(text) || text.EndsWith('\n') ? "write an ISO 3166 code, such as \"DE\" or \"US-CA\""
        : !RegionTable.IsKnown(text) ? "the code stands for an unknown region, which is always opt-in"
        : null;

    /// <summary>The region that is probably meant, or <see langword="null"/>.</summary>
    public static string? Guess(string text)
    {
        string guess = text.Trim().ToUpperInvariant().Replace('_', '-') switch
        {
            "UK" => "GB",
            "EL" => "GR",
            "EEA" => "EU",
            "USA" => "US",
            { Length: 4 } joined when joined.StartsWith("US", StringComparison.Ordinal) => "US-" + joined[2..],
            string other => other,
        };
        return guess != text && Wrong(guess) is null ? guess : null;
    }
}
