using System.Buffers;
using System.Text;

namespace Consent.Html;

/// <content>CSS: <c>url()</c>, <c>@import</c>, <c>image-set()</c>, <c>src()</c>.</content>
internal sealed partial class HostJudge
{
    private const int LongestName = 24;
    private static readonly SearchValues<byte> s_cssMarks = SearchValues.Create("\"'(/\\"u8);
    private static readonly SearchValues<byte> s_stringEnds = SearchValues.Create("\"'\\\n\r\f"u8);

    /// <summary>Whether CSS leads to a denied host.</summary>
    /// <remarks>
    /// A string counts wherever it stands, but for <c>content</c> and attribute selectors: an <c>@import</c> may be written in
    /// many ways, and a custom property may hold a URL. So does what stands first in parentheses.
    /// </remarks>
    /// <param name="css">The style sheet or the declarations.</param>
    /// <param name="readsComments">Whether comments count too: where a function's name is escaped, who knows what is one.</param>
    public bool DeniesCss(ReadOnlySpan<byte> css, bool readsComments = false)
    {
        bool isDenied = false;
        int at = 0;
        while (at < css.Length)
        {
            int found = css[at..].IndexOfAny(s_cssMarks);
            if (found < 0)
            {
                break;
            }

            at += found;
            switch (css[at])
            {
                case (byte)'\\':
                    at += 2;
                    break;
                case (byte)'/':
                    at++;
                    if (!readsComments && at < css.Length && css[at] == '*')
                    {
                        int end = css[(at + 1)..].IndexOf("*/"u8);
                        at = end < 0 ? css.Length : at + end + 3;
                    }

                    break;
                case (byte)'(':
                    if (!readsComments && IsEscapedName(css, at))
                    {
                        return DeniesCss(css, readsComments: true) || isDenied;
                    }

                    isDenied |= DeniesParenthesis(css, ref at);
                    break;
                default:
                    int close = StringEnd(css, at + 1, css[at]);
                    if (!IsText(css[..at]))
                    {
                        isDenied |= DeniesCssUrl(css[(at + 1)..close]);
                    }

                    at = readsComments ? at + 1 : close + 1;
                    break;
            }
        }

        return isDenied;
    }

    private bool DeniesParenthesis(ReadOnlySpan<byte> css, ref int at)
    {
        bool isUrl = at >= 3 && Ascii(css[(at - 3)..at], "url"u8);
        int start = at + 1;
        while (start < css.Length && css[start] <= ' ')
        {
            start++;
        }

        at = start;
        if (start == css.Length || css[start] is (byte)'"' or (byte)'\''
            || !(isUrl || HtmlBytes.IsLetter(css[start]) || css[start] is (byte)'/' or (byte)'\\'))
        {
            return false;
        }

        int end = start;
        int next;
        while ((next = css[end..].IndexOfAny((byte)')', (byte)'\\')) >= 0 && css[end + next] == '\\')
        {
            end = Math.Min(end + next + 2, css.Length);
        }

        end = next < 0 ? css.Length : end + next;
        at = isUrl ? end : start;
        return DeniesCssUrl(css[start..end]);
    }

    private bool DeniesCssUrl(ReadOnlySpan<byte> url)
    {
        if (url.Contains((byte)'\\'))
        {
            url = Unescape(url);
        }

        return DeniesUrl(url) || (UrlHost.HasScheme(url, "data:"u8, out _) && DeniesContained(url));
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        Span<byte> output = RoomToUnescape(text.Length);
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                output[length++] = text[i];
                continue;
            }

            i++;
            int start = i;
            uint code = 0;
            while (i < text.Length && i - start < 6 && char.IsAsciiHexDigit((char)text[i]))
            {
                code = (code << 4) | (uint)(text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
                i++;
            }

            if (i == start)
            {
                if (text[i] is not ((byte)'\n' or (byte)'\r' or (byte)'\f'))
                {
                    output[length++] = text[i];
                }

                continue;
            }

            // One white space behind the digits belongs to them.
            i -= i < text.Length && HtmlBytes.IsSpace(text[i]) ? 0 : 1;
            Rune rune = code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
            length += rune.EncodeToUtf8(output[length..]);
        }

        return output[..length];
    }

    /// <summary>Room for a text without its escapes, which may be a little longer than with them.</summary>
    private Span<byte> RoomToUnescape(int length)
    {
        length = (length * 2) + 8;
        if (_unescaped.Length < length)
        {
            _unescaped = new byte[length];
        }

        return _unescaped;
    }

    private static int StringEnd(ReadOnlySpan<byte> css, int at, byte quote)
    {
        while (at < css.Length)
        {
            int found = css[at..].IndexOfAny(s_stringEnds);
            if (found < 0)
            {
                break;
            }

            at += found;
            if (css[at] == '\\')
            {
                at += 2;
            }
            else if (css[at] == quote || css[at] is (byte)'\n' or (byte)'\r' or (byte)'\f')
            {
                return at;
            }
            else
            {
                at++;
            }
        }

        return css.Length;
    }

    /// <summary>Whether a string that stands behind this is compared or shown, and never loaded.</summary>
    private static bool IsText(ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd(" \t\n\f\r"u8);
        if (before.IsEmpty || before[^1] == '=')
        {
            return !before.IsEmpty;
        }

        if (before[^1] != ':')
        {
            return false;
        }

        before = before[..^1].TrimEnd(" \t\n\f\r"u8);
        return before.Length >= 7 && Ascii(before[^7..], "content"u8)
            && (before.Length == 7 || HtmlBytes.IsSpace(before[^8]) || before[^8] is (byte)'{' or (byte)';' or (byte)'/');
    }

    private static bool IsEscapedName(ReadOnlySpan<byte> css, int at)
    {
        for (int i = at - 1; i >= 0 && at - i <= LongestName; i--)
        {
            byte c = css[i];
            if (c == '\\')
            {
                return true;
            }

            if (!char.IsAsciiLetterOrDigit((char)c) && !HtmlBytes.IsSpace(c))
            {
                return false;
            }
        }

        return false;
    }
}
