using System.Text;
using Consent.Html;

namespace Consent.AspNetCore;

/// <summary>Reads the host of a URL in a header or a report by the same rules as that of a URL in a page.</summary>
internal static class HeaderUrl
{
    /// <summary>Finds the host.</summary>
    /// <param name="url">The URL, absolute or relative.</param>
    /// <param name="host">The host in lower case and ASCII, without a last dot; empty if there is none.</param>
    public static UrlTarget Find(ReadOnlySpan<char> url, out string host)
    {
        byte[] utf8 = new byte[Encoding.UTF8.GetMaxByteCount(url.Length)];
        Span<byte> buffer = stackalloc byte[UrlHost.MaxLength];
        UrlTarget target = UrlHost.Find(utf8.AsSpan(0, Encoding.UTF8.GetBytes(url, utf8)), buffer, out ReadOnlySpan<byte> found);
        host = target == UrlTarget.Host ? Encoding.ASCII.GetString(found).TrimEnd('.').ToLowerInvariant() : "";
        return target;
    }
}
