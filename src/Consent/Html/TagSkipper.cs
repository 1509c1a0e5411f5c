using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Consent.Html;

/// <summary>
/// Finds the end of a tag that nobody has to look into. It knows only the usual ways to write attributes and
/// leaves all others to <see cref="TagScanner"/>.
/// </summary>
internal static class TagSkipper
{
    // The last four letters of the attributes that lead to a host on any element.
    private const uint Tyle = 't' | 'y' << 8 | 'l' << 16 | (uint)'e' << 24;     // style
    private const uint Ound = 'o' | 'u' << 8 | 'n' << 16 | (uint)'d' << 24;     // background
    private const uint Ping = 'p' | 'i' << 8 | 'n' << 16 | (uint)'g' << 24;
    private const uint Tion = 't' | 'i' << 8 | 'o' << 16 | (uint)'n' << 24;     // action, formaction
    private const uint Href = 'h' | 'r' << 8 | 'e' << 16 | (uint)'f' << 24;     // in SVG only
    private const uint Nsrc = 'n' | 's' << 8 | 'r' << 16 | (uint)'c' << 24;     // attributionsrc

    /// <summary>
    /// The offset behind the tag, or -1 if the bytes run out, the tag is written in an unusual way, or it has an attribute
    /// that has to be looked into.
    /// </summary>
    /// <param name="bytes">The chunk.</param>
    /// <param name="from">Where the tag's name ends.</param>
    /// <param name="looks">Whether attributes have to be looked into that lead to a host on any element.</param>
    /// <param name="isForeign">Whether the element may be SVG's.</param>
    public static int EndOf(ReadOnlySpan<byte> bytes, int from, bool looks = false, bool isForeign = false)
    {
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        int at = from;
        while (at <= bytes.Length - Vector256<byte>.Count - 1)
        {
            Vector256<byte> v = Vector256.LoadUnsafe(ref start, (nuint)at);
            uint found = (Vector256.Equals(v, Vector256.Create((byte)'>'))
                | Vector256.Equals(v, Vector256.Create((byte)'='))
                | Vector256.Equals(v, Vector256.Create((byte)'"'))
                | Vector256.Equals(v, Vector256.Create((byte)'\''))).ExtractMostSignificantBits();
            if (found == 0)
            {
                at += Vector256<byte>.Count;
                continue;
            }

            at += BitOperations.TrailingZeroCount(found);
            if (bytes[at] == '>')
            {
                // A "/" before it says that the tag closes itself, unless it is part of an unquoted value.
                return at == from && bytes[at - 1] == '/' ? -1 : at + 1;
            }

            // Behind a name, and only there, "=" begins a value.
            if (bytes[at] != '=' || at == from || bytes[at - 1] is <= (byte)' ' or (byte)'/')
            {
                return -1;
            }

            if (looks && LeadsToHost(bytes, at, isForeign))
            {
                return -1;
            }

            byte quote = bytes[++at];
            if (quote is (byte)'"' or (byte)'\'')
            {
                at = HtmlBytes.IndexOf(bytes, at + 1, quote) + 1;
            }
            else if (quote > ' ' && quote != '>')
            {
                at = HtmlBytes.UnquotedEnd(bytes, at);
            }
            else
            {
                return -1;
            }

            from = at;
        }

        return -1;
    }
    private static bool LeadsToHost(ReadOnlySpan<byte> bytes, int nameEnd, bool isForeign)
    {
        uint last = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(nameEnd - 4)..]) | 0x2020_2020;
        return last is Tyle or Ound or Ping or Tion or Nsrc || (isForeign && last == Href);
    }
}
