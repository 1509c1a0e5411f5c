namespace Consent.AspNetCore;

/// <summary><c>Refresh</c>: goes if it leads to a denied host (HTML §4.2.5.3, shared declarative refresh steps).</summary>
internal static class RefreshHeader
{
    public static string? Filter(string line, HeaderHosts hosts) => hosts.Passes(UrlOf(line)) ? line : null;

    /// <summary>The URL in the text, empty if it only loads the page again.</summary>
    public static ReadOnlySpan<char> UrlOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        text = text.TrimStart("0123456789.");
        text = text.TrimStart();
        text = text is [';' or ',', ..] ? text[1..].TrimStart() : text;
        ReadOnlySpan<char> named = text.StartsWith("url", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart() : default;
        text = named is ['=', ..] ? named[1..].TrimStart() : text;
        if (text is not ['"' or '\'', ..])
        {
            return text;
        }

        int end = text[1..].IndexOf(text[0]);
        return end < 0 ? text[1..] : text[1..(end + 1)];
    }
}
