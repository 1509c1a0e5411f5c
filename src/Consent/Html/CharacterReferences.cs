using System.Text;

namespace Consent.Html;

/// <summary>Attribute values as the browser understands them.</summary>
internal static class CharacterReferences
{
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>
    /// Decodes numeric references, and named ones as far as they make ASCII, or nothing that a host keeps. Other
    /// named ones stay as they are written: no category, type, scheme or host that the gate looks for has an <c>&amp;</c>.
    /// </summary>
    /// <param name="value">The value as written.</param>
    /// <param name="buffer">Room for the decoded value, which is never longer.</param>
    /// <param name="decoded">The value, in <paramref name="buffer"/> unless there was nothing to decode.</param>
    /// <returns>Whether there was room.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> value, Span<byte> buffer, out ReadOnlySpan<byte> decoded)
    {
        decoded = value;
        if (!value.Contains((byte)'&'))
        {
            return true;
        }

        if (value.Length > buffer.Length)
        {
            return false;
        }

        int length = 0;
        while (!value.IsEmpty)
        {
            int text = value.IndexOf((byte)'&');
            text = text < 0 ? value.Length : text;
            value[..text].CopyTo(buffer[length..]);
            length += text;
            value = value[text..];
            if (!value.IsEmpty)
            {
                length += Next(ref value, buffer[length..]);
            }
        }

        decoded = buffer[..length];
        return true;
    }

    /// <summary>Reads what begins with <c>&amp;</c>.</summary>
    private static int Next(ref ReadOnlySpan<byte> value, Span<byte> output)
    {
        if (value.Length < 3 || value[1] != '#')
        {
            int taken = NamedReferences.Read(value, out int named);
            if (taken == 0)
            {
                output[0] = value[0];
                value = value[1..];
                return 1;
            }

            value = value[taken..];
            return named < 0 ? 0 : new Rune(named).EncodeToUtf8(output);
        }

        bool hex = value[2] is (byte)'x' or (byte)'X';
        int at = hex ? 3 : 2;
        int start = at;
        uint code = 0;
        while (at < value.Length && DigitOf(value[at], hex) is >= 0 and int digit)
        {
            code = Math.Min((code * (hex ? 16u : 10u)) + (uint)digit, 0x11_0000);
            at++;
        }

        if (at == start)
        {
            output[0] = value[0];
            value = value[1..];
            return 1;
        }

        value = value[(at < value.Length && value[at] == ';' ? at + 1 : at)..];
        code = code is >= 0x80 and < 0xA0 ? Windows1252[(int)code - 0x80] : code;   // HTML, "numeric character reference end state"
        Rune rune = code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
        return rune.EncodeToUtf8(output);
    }

    private static int DigitOf(byte c, bool hex) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' when hex => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' when hex => c - 'A' + 10,
        _ => -1,
    };
}
