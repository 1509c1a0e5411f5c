using System.Text;

namespace Consent.Html;

/// <summary>
/// The named character references that make ASCII, or characters that a host drops (UTS 46, "ignored"). These are all that
/// can hide a scheme, a slash, a dot or a letter; one that makes something else leaves an <c>&amp;</c> behind.
/// </summary>
internal static class NamedReferences
{
    private static readonly (byte[] Name, int Code)[] s_all =
    [
        .. List("Tab", 9), .. List("NewLine", 10), .. List("excl", '!'), .. List("quot QUOT", '"'), .. List("num", '#'),
        .. List("dollar", '$'), .. List("percnt", '%'), .. List("amp AMP", '&'), .. List("apos", '\''), .. List("lpar", '('),
        .. List("rpar", ')'), .. List("ast midast", '*'), .. List("plus", '+'), .. List("comma", ','), .. List("period", '.'),
        .. List("sol", '/'), .. List("colon", ':'), .. List("semi", ';'), .. List("lt LT", '<'), .. List("equals", '='),
        .. List("gt GT", '>'), .. List("quest", '?'), .. List("commat", '@'), .. List("lsqb lbrack", '['), .. List("bsol", '\\'),
        .. List("rsqb rbrack", ']'), .. List("Hat", '^'), .. List("lowbar UnderBar", '_'), .. List("grave DiacriticalGrave", '`'),
        .. List("lcub lbrace", '{'), .. List("verbar vert VerticalLine", '|'), .. List("rcub rbrace", '}'),
        .. List("shy ZeroWidthSpace NegativeVeryThinSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace NoBreak", -1),
        .. List("nbsp NonBreakingSpace", 0xA0),
    ];

    /// <summary>Reads a reference.</summary>
    /// <param name="value">Begins with <c>&amp;</c>.</param>
    /// <param name="code">What it makes; -1 for nothing.</param>
    /// <returns>How many bytes it takes; 0 if it is none of these.</returns>
    public static int Read(ReadOnlySpan<byte> value, out int code)
    {
        ReadOnlySpan<byte> rest = value[1..];
        foreach ((byte[] name, int made) in s_all)
        {
            if (!rest.StartsWith(name))
            {
                continue;
            }

            code = made;
            byte next = rest.Length > name.Length ? rest[name.Length] : (byte)0;
            if (next == ';')
            {
                return name.Length + 2;
            }

            // Old ones need no semicolon, unless the name seems to go on (HTML, "named character reference state").
            bool isOld = made is '"' or '&' or '<' or '>' or 0xA0 || (made < 0 && name.Length == 3);
            if (isOld && next != '=' && !char.IsAsciiLetterOrDigit((char)next) && name.Length <= 4)
            {
                return name.Length + 1;
            }
        }

        code = 0;
        return 0;
    }

    private static (byte[] Name, int Code)[] List(string names, int code) =>
        [.. names.Split(' ').Select(name => (Encoding.ASCII.GetBytes(name), code))];
}
