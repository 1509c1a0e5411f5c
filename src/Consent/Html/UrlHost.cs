using System.Runtime.CompilerServices;

namespace Consent.Html;

/// <summary>
/// The host that a URL leads to, read as browsers read it (WHATWG URL), on bytes, without an allocation for hosts in ASCII.
/// </summary>
/// <remarks>
/// Where the standard takes <c>https:x</c> for relative, which depends on the page's own scheme, <c>x</c> is given as the host
/// nevertheless: nobody writes that but to hide something.
/// </remarks>
internal static class UrlHost
{
    /// <summary>Room for a host. DNS has none longer than 253 bytes; a longer one leads nowhere.</summary>
    public const int MaxLength = 512;

    private const ulong Http = 'h' | 't' << 8 | 't' << 16 | (ulong)'p' << 24;
    private const ulong Https = Http | (ulong)'s' << 32;
    private const ulong Ftp = 'f' | 't' << 8 | 'p' << 16;
    private const ulong Ws = 'w' | 's' << 8;
    private const ulong Wss = Ws | 's' << 16;

    /// <summary>Finds the host of a URL.</summary>
    /// <param name="url">The URL, character references decoded.</param>
    /// <param name="buffer">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="host">The host in ASCII, in any case; part of <paramref name="buffer"/>.</param>
    /// <returns>Whether there is one.</returns>
    public static UrlTarget Find(ReadOnlySpan<byte> url, Span<byte> buffer, out ReadOnlySpan<byte> host)
    {
        host = default;
        int end = url.Length;
        while (end > 0 && url[end - 1] <= ' ')
        {
            end--;
        }

        int at = 0;
        while (at < end && url[at] <= ' ')
        {
            at++;
        }

        url = url[..end];
        if (at == end || !SkipToAuthority(url, ref at))
        {
            return UrlTarget.None;
        }

        int length = ReadAuthority(url, at, buffer, out bool isPlain);
        ReadOnlySpan<byte> authority = buffer[..length];
        int colon = authority.IndexOf((byte)':');
        if (length > 0 && authority[0] == '[')
        {
            int bracket = authority.IndexOf((byte)']');
            host = bracket < 0 ? default : authority[..(bracket + 1)];
            return host.IsEmpty ? UrlTarget.None : UrlTarget.Host;
        }

        host = colon < 0 ? authority : authority[..colon];
        if (isPlain && !EndsInNumber(host))
        {
            return host.IsEmpty ? UrlTarget.None : UrlTarget.Host;
        }

        return OddHost.Normalize(buffer, host.Length, out host);
    }

    /// <summary>Whether a URL has the given scheme.</summary>
    /// <param name="url">The URL, character references decoded.</param>
    /// <param name="scheme">The scheme in lower case, with its colon.</param>
    /// <param name="rest">What follows the scheme.</param>
    public static bool HasScheme(ReadOnlySpan<byte> url, ReadOnlySpan<byte> scheme, out ReadOnlySpan<byte> rest)
    {
        int at = 0;
        int matched = 0;
        while (at < url.Length && matched < scheme.Length)
        {
            byte c = url[at++];
            if (IsDropped(c) || (matched == 0 && c <= ' '))
            {
                continue;
            }

            if (((c is >= (byte)'A' and <= (byte)'Z') ? c | 0x20 : c) != scheme[matched++])
            {
                rest = default;
                return false;
            }
        }

        rest = url[at..];
        return matched == scheme.Length;
    }

    /// <summary>Goes to the first byte of the authority, if the URL has one and its scheme goes to the network.</summary>
    private static bool SkipToAuthority(ReadOnlySpan<byte> url, ref int at)
    {
        int slashes = 0;
        if (HtmlBytes.IsLetter(url[at]))
        {
            ulong scheme = 0;
            int length = 0;
            for (; ; at++)
            {
                if (at == url.Length)
                {
                    return false;
                }

                byte c = url[at];
                if (c == ':')
                {
                    at++;
                    break;
                }

                if (IsDropped(c))
                {
                    continue;
                }

                if (length > 4 || !HtmlBytes.IsLetter(c))
                {
                    return false;
                }

                scheme |= (ulong)(c | 0x20) << (8 * length++);
            }

            if (scheme is not (Https or Http or Wss or Ws or Ftp))
            {
                return false;
            }

            slashes = 2;
        }

        for (; at < url.Length; at++)
        {
            byte c = url[at];
            if (c is (byte)'/' or (byte)'\\')
            {
                slashes++;
            }
            else if (!IsDropped(c))
            {
                break;
            }
        }

        return slashes >= 2 && at < url.Length;
    }

    private static int ReadAuthority(ReadOnlySpan<byte> url, int at, Span<byte> buffer, out bool isPlain)
    {
        int length = 0;
        bool isOdd = false;
        bool isLong = false;
        for (; at < url.Length; at++)
        {
            byte c = url[at];
            if (c is (byte)'/' or (byte)'?' or (byte)'#' or (byte)'\\')
            {
                break;
            }

            if (c == '@')
            {
                length = 0;     // what came was a name and a password
                isOdd = isLong = false;
            }
            else if (!IsDropped(c))
            {
                isOdd |= c is (byte)'%' or (byte)'&' or >= 0x80;
                if (length < MaxLength)
                {
                    buffer[length++] = c;
                }
                else
                {
                    isLong = true;
                }
            }
        }

        isPlain = !isOdd;
        return isLong ? 0 : length;
    }

    /// <summary>Whether the host may be an IPv4 address in one of its many spellings.</summary>
    private static bool EndsInNumber(ReadOnlySpan<byte> host)
    {
        if (host.Length > 0 && host[^1] == '.')
        {
            host = host[..^1];
        }

        return host.Length > 0 && char.IsAsciiHexDigitLower((char)(host[^1] | 0x20)) | host[^1] is (byte)'x' or (byte)'X'
            && char.IsAsciiDigit((char)host[host.LastIndexOf((byte)'.') + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsDropped(byte c) => c is (byte)'\t' or (byte)'\n' or (byte)'\r';
}
