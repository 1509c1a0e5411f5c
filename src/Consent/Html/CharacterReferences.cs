namespace Consent.Html;

/// <summary>Attribute values as the browser understands them.</summary>
internal static class CharacterReferences
{
    /// <summary>
    /// Decodes numeric references. Named ones stay as they are written: no category and no type
    /// that the gate looks for has an <c>&amp;</c>, so such a value is unknown, and closed.
    /// </summary>
    /// <param name="value">The value as written.</param>
    /// <param name="buffer">Room for the decoded value.</param>
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
            buffer[length++] = Next(ref value);
        }

        decoded = buffer[..length];
        return true;
    }

    private static byte Next(ref ReadOnlySpan<byte> value)
    {
        byte first = value[0];
        if (first != '&' || value.Length < 3 || value[1] != '#')
        {
            value = value[1..];
            return first;
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
            value = value[1..];
            return first;
        }

        value = value[(at < value.Length && value[at] == ';' ? at + 1 : at)..];
        return code is > 0 and < 0x80 ? (byte)code : (byte)0xFF;   // 0xFF is in no name that is looked for
    }

    private static int DigitOf(byte c, bool hex) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' when hex => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' when hex => c - 'A' + 10,
        _ => -1,
    };
}
