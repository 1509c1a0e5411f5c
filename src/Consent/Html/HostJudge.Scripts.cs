using System.Text;

namespace Consent.Html;

/// <content>Import maps, speculation rules, and the imports of modules.</content>
internal sealed partial class HostJudge
{
    /// <summary>Whether a string of a JSON text, be it a member's name, leads to a denied host.</summary>
    public bool DeniesJson(ReadOnlySpan<byte> json)
    {
        bool isDenied = false;
        int at = 0;
        while (NextString(json, (byte)'"', ref at, out ReadOnlySpan<byte> text))
        {
            isDenied |= DeniesUrl(UnescapeScript(text));
        }

        return isDenied;
    }

    /// <summary>Whether a module imports from a denied host.</summary>
    public bool DeniesImports(ReadOnlySpan<byte> module)
    {
        bool isDenied = false;
        int at = 0;
        while (at < module.Length)
        {
            int found = module[at..].IndexOfAny("\"'`"u8);
            if (found < 0)
            {
                break;
            }

            at += found;
            ReadOnlySpan<byte> before = module[..at].TrimEnd(" \t\n\r("u8);
            int start = at;
            at++;
            if (before.EndsWith("from"u8) || before.EndsWith("import"u8) || before.EndsWith("*/"u8))
            {
                int end = start;
                if (NextString(module, module[start], ref end, out ReadOnlySpan<byte> text))
                {
                    isDenied |= DeniesUrl(UnescapeScript(text));
                }
            }
        }

        return isDenied;
    }

    private static bool NextString(ReadOnlySpan<byte> script, byte quote, ref int at, out ReadOnlySpan<byte> text)
    {
        text = default;
        int found = script[at..].IndexOf(quote);
        if (found < 0)
        {
            return false;
        }

        int start = at + found + 1;
        at = start;
        while (at < script.Length)
        {
            found = script[at..].IndexOfAny(quote, (byte)'\\');
            if (found < 0)
            {
                break;
            }

            at += found;
            if (script[at] == quote)
            {
                text = script[start..at];
                at++;
                return true;
            }

            at += 2;
        }

        at = script.Length;
        text = script[start..];
        return true;
    }

    private ReadOnlySpan<byte> UnescapeScript(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
        {
            return text;
        }

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
            int digits = text[i] == 'u' ? 4 : text[i] == 'x' ? 2 : 0;
            if (digits == 0 || i + digits >= text.Length
                || !uint.TryParse(text.Slice(i + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out uint code))
            {
                if (text[i] is not ((byte)'n' or (byte)'r' or (byte)'t' or (byte)'\n' or (byte)'\r'))
                {
                    output[length++] = text[i];
                }

                continue;
            }

            i += digits;
            length += (Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar).EncodeToUtf8(output[length..]);
        }

        return output[..length];
    }
}
