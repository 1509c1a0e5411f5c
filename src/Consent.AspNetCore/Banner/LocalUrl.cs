using System.Diagnostics.CodeAnalysis;

namespace Consent.AspNetCore;

/// <summary>Tells a path on this site from an address that leads elsewhere.</summary>
internal static class LocalUrl
{
    /// <summary>
    /// Whether browsers resolve <paramref name="url"/> to this site: it starts with one slash, and neither a second
    /// slash nor a backslash follows; it holds no control character, since browsers take some of them out.
    /// </summary>
    /// <param name="url">Path and query, or anything else.</param>
    public static bool Is([NotNullWhen(true)] string? url)
    {
        if (url is null || !url.StartsWith('/') || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("/\\", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (char c in url)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }
}
