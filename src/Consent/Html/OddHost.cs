using System.Globalization;
using System.Text;

namespace Consent.Html;

/// <summary>Hosts that aren't written in plain ASCII: percent-encoded, international, or numbers (WHATWG URL, "host parser").</summary>
internal static class OddHost
{
    private static readonly IdnMapping s_idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>Brings a host into its ASCII form.</summary>
    /// <param name="buffer">Holds the host, and takes its ASCII form.</param>
    /// <param name="length">The host's length.</param>
    /// <param name="host">The ASCII form, within <paramref name="buffer"/>.</param>
    public static UrlTarget Normalize(Span<byte> buffer, int length, out ReadOnlySpan<byte> host)
    {
        length = DecodePercent(buffer[..length]);
        Span<byte> decoded = buffer[..length];
        host = decoded;
        if (length == 0)
        {
            return UrlTarget.None;
        }

        // A reference that the gate doesn't know; the browser may make a letter of it.
        if (decoded.Contains((byte)'&'))
        {
            return UrlTarget.Doubtful;
        }

        if (!Ascii.IsValid(decoded))
        {
            length = ToAscii(decoded, buffer);
            if (length < 0)
            {
                return UrlTarget.Doubtful;
            }

            host = buffer[..length];
        }

        if (TryReadAddress(host, out uint address)
            && new System.Net.IPAddress((long)System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(address)).TryFormat(buffer, out length))
        {
            host = buffer[..length];
        }

        return host.IsEmpty ? UrlTarget.None : UrlTarget.Host;
    }

    private static int DecodePercent(Span<byte> host)
    {
        int length = 0;
        for (int i = 0; i < host.Length; i++)
        {
            byte c = host[i];
            if (c == '%' && i + 2 < host.Length
                && char.IsAsciiHexDigit((char)host[i + 1]) && char.IsAsciiHexDigit((char)host[i + 2]))
            {
                c = (byte)((HexOf(host[i + 1]) << 4) | HexOf(host[i + 2]));
                i += 2;
            }

            host[length++] = c;
        }

        return length;
    }

    private static int HexOf(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    /// <returns>The length, or -1 if it can't be told.</returns>
    private static int ToAscii(ReadOnlySpan<byte> host, Span<byte> buffer)
    {
        try
        {
            string text = Encoding.UTF8.GetString(host).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
            var mapped = new StringBuilder(text.Length);
            foreach (char c in text)
            {
                switch (c)
                {
                    case '\u3002' or '\uFF0E' or '\uFF61':
                        mapped.Append('.');
                        break;
                    case >= '\uFF01' and <= '\uFF5E':
                        mapped.Append(char.ToLowerInvariant((char)(c - '\uFF01' + '!')));
                        break;
                    case '\u00AD' or '\u034F' or '\u200B' or '\u2060' or '\u2064' or '\uFEFF':
                    case (>= '\u180B' and <= '\u180F') or (>= '\uFE00' and <= '\uFE0F'):
                        break;
                    default:
                        mapped.Append(c);
                        break;
                }
            }

            text = mapped.ToString();
            text = Ascii.IsValid(text) ? text : s_idn.GetAscii(text);
            return text.Length <= buffer.Length && Ascii.FromUtf16(text, buffer, out int length) == System.Buffers.OperationStatus.Done
                ? length
                : -1;
        }
        catch (ArgumentException)
        {
            return -1;      // no such host can be; which one the browser makes of it isn't known
        }
    }

    /// <summary>Reads an IPv4 address of one to four parts, decimal, octal or hexadecimal.</summary>
    private static bool TryReadAddress(ReadOnlySpan<byte> host, out uint address)
    {
        address = 0;
        host = host[^1] == '.' ? host[..^1] : host;
        ulong value = 0;
        int parts = 0;
        while (true)
        {
            int dot = host.IndexOf((byte)'.');
            if (!TryReadNumber(dot < 0 ? host : host[..dot], out ulong part) || ++parts > 4)
            {
                return false;
            }

            if (dot < 0)
            {
                int bits = 8 * (5 - parts);
                if (part >= 1UL << bits)
                {
                    return false;
                }

                address = (uint)((value << bits) | part);
                return true;
            }

            if (part > 255)
            {
                return false;
            }

            value = (value << 8) | part;
            host = host[(dot + 1)..];
        }
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        uint radix = 10;
        if (text.Length > 1 && text[0] == '0')
        {
            bool isHex = text[1] is (byte)'x' or (byte)'X';
            radix = isHex ? 16u : 8;
            text = text[(isHex ? 2 : 1)..];
        }

        foreach (byte c in text)
        {
            if (!char.IsAsciiHexDigit((char)c) || (uint)HexOf(c) >= radix)
            {
                return false;
            }

            value = Math.Min((value * radix) + (uint)HexOf(c), uint.MaxValue + 1UL);
        }

        return true;
    }
}
