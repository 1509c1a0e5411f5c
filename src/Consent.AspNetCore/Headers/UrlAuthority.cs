using System.Buffers;
using System.Globalization;
using System.Net;

namespace Consent.AspNetCore;

/// <summary>
/// The host and port that a URL in a header leads to, read as browsers read it (URL §4.4), who forgive much. A URL that
/// stays on the page's own host has none.
/// </summary>
internal static class UrlAuthority
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create("/\\?#");

    /// <summary>Reads the host.</summary>
    /// <param name="url">The URL, absolute or relative.</param>
    /// <param name="port">The port, or -1 if the URL names none.</param>
    /// <returns>The host in lower case and ASCII; empty if the URL leads nowhere else.</returns>
    public static string Read(ReadOnlySpan<char> url, out int port)
    {
        port = -1;
        string text = Clean(url);
        ReadOnlySpan<char> rest = text;
        int colon = SchemeEnd(rest);
        if (colon > 0)
        {
            if (!ReachesNetwork(rest[..colon]))
            {
                return "";
            }

            rest = rest[(colon + 1)..];
        }
        else if (rest.Length < 2 || !IsSlash(rest[0]) || !IsSlash(rest[1]))
        {
            return "";
        }

        while (rest.Length > 0 && IsSlash(rest[0]))
        {
            rest = rest[1..];
        }

        int end = rest.IndexOfAny(s_ends);
        rest = end < 0 ? rest : rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        int portAt = rest.LastIndexOf(':');
        if (portAt >= 0 && !rest[portAt..].Contains(']'))
        {
            port = int.TryParse(rest[(portAt + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
            rest = rest[..portAt];
        }

        return ToAscii(rest);
    }

    // Browsers drop tabs and line ends anywhere, controls and spaces at the ends.
    private static string Clean(ReadOnlySpan<char> url)
    {
        while (url.Length > 0 && url[0] <= ' ')
        {
            url = url[1..];
        }

        while (url.Length > 0 && url[^1] <= ' ')
        {
            url = url[..^1];
        }

        return url.IndexOfAny("\t\r\n") < 0
            ? url.ToString()
            : string.Concat(url.ToString().Split(['\t', '\r', '\n']));
    }

    private static int SchemeEnd(ReadOnlySpan<char> url)
    {
        int colon = url.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(url[0]))
        {
            return -1;
        }

        foreach (char c in url[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return -1;
            }
        }

        return colon;
    }

    private static bool ReachesNetwork(ReadOnlySpan<char> scheme) =>
        scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("wss", StringComparison.OrdinalIgnoreCase) || scheme.Equals("ws", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("ftp", StringComparison.OrdinalIgnoreCase);

    private static bool IsSlash(char c) => c is '/' or '\\';

    private static string ToAscii(ReadOnlySpan<char> host)
    {
        string text = host.Contains('%') ? Uri.UnescapeDataString(host) : host.ToString();
        if (!System.Text.Ascii.IsValid(text))
        {
            text = Punycode(text);
        }

        text = text.TrimEnd('.').ToLowerInvariant();
        int dot = text.LastIndexOf('.');
        bool endsInNumber = text.Length > dot + 1 && char.IsAsciiDigit(text[dot + 1]);
        return endsInNumber && IPAddress.TryParse(text, out IPAddress? address) ? address.ToString() : text;
    }

    private static string Punycode(string host)
    {
        // What browsers map before they encode: full-width letters and dots, ligatures, what can't be seen.
        string mapped = host.Normalize(System.Text.NormalizationForm.FormKC)
            .Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("\u2060", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal)
            .Replace('\u3002', '.').Replace('\uFF61', '.').ToLowerInvariant();
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(mapped.TrimEnd('.'));
        }
        catch (ArgumentException)
        {
            return mapped;
        }
    }
}
