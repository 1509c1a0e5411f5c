using System.Globalization;

namespace Consent.AspNetCore;

/// <summary>Reads a <c>Set-Cookie</c> value as browsers do (RFC 6265bis §5.6), who keep much that a strict parser refuses.</summary>
internal static class SetCookieLine
{
    /// <summary>
    /// The name that the cookie has when it comes back: the trimmed text before the first <c>=</c>. Of a cookie without a
    /// name, that is what its value looks like, since it comes back without the leading <c>=</c>.
    /// </summary>
    public static ReadOnlySpan<char> ReadName(ReadOnlySpan<char> line)
    {
        int semicolon = line.IndexOf(';');
        ReadOnlySpan<char> pair = (semicolon < 0 ? line : line[..semicolon]).Trim(" \t");
        if (pair.StartsWith('='))
        {
            pair = pair[1..].TrimStart(" \t");
        }

        int equals = pair.IndexOf('=');
        return equals < 0 ? pair : pair[..equals].TrimEnd(" \t");
    }

    /// <summary>
    /// Whether the line only takes a cookie away. It must be certain: a line with a date that browsers may read in another way
    /// is not a deletion.
    /// </summary>
    public static bool IsDeletion(ReadOnlySpan<char> line, TimeProvider clock)
    {
        bool? byMaxAge = null;
        bool byExpires = false;
        int semicolon = line.IndexOf(';');
        while (semicolon >= 0)
        {
            line = line[(semicolon + 1)..];
            semicolon = line.IndexOf(';');
            ReadOnlySpan<char> attribute = (semicolon < 0 ? line : line[..semicolon]).Trim(" \t");
            int equals = attribute.IndexOf('=');
            if (equals < 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = attribute[..equals].TrimEnd(" \t");
            ReadOnlySpan<char> value = attribute[(equals + 1)..].TrimStart(" \t");
            if (name.Equals("max-age", StringComparison.OrdinalIgnoreCase))
            {
                byMaxAge = IsZeroOrLess(value) ?? byMaxAge;
            }
            else if (name.Equals("expires", StringComparison.OrdinalIgnoreCase))
            {
                byExpires = DateTimeOffset.TryParseExact(
                    value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time) && time < clock.GetUtcNow();
            }
        }

        return byMaxAge ?? byExpires;
    }

    private static bool? IsZeroOrLess(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.Length > 1024)
        {
            return null;
        }

        bool isNegative = value[0] == '-';
        ReadOnlySpan<char> digits = isNegative ? value[1..] : value;
        return digits.ContainsAnyExceptInRange('0', '9') ? null : isNegative || !digits.ContainsAnyExcept('0');
    }
}
