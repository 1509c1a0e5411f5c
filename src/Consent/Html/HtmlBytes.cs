using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Consent.Html;

/// <summary>The character classes of the HTML tokenizer, on bytes of any ASCII-compatible charset.</summary>
internal static class HtmlBytes
{
    private static readonly SearchValues<byte> s_unquotedEnds = SearchValues.Create("\t\n\f\r >"u8);

    public static bool IsLetter(byte c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    /// <summary>Tab, LF, FF, CR and space; the tokenizer sees CR as LF.</summary>
    public static bool IsSpace(byte c) => c <= 0x20 && ((1L << c) & 0x1_0000_3600) != 0;

    /// <summary>Whether <paramref name="c"/> ends a tag name.</summary>
    public static bool EndsTagName(byte c) => c is (byte)'>' or (byte)'/' || IsSpace(c);

    /// <summary>The first byte that ends a tag name, or the length of <paramref name="bytes"/>.</summary>
    public static int TagNameEnd(ReadOnlySpan<byte> bytes, int from)
    {
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        while (from <= bytes.Length - Vector128<byte>.Count)
        {
            Vector128<byte> v = Vector128.LoadUnsafe(ref start, (nuint)from);
            uint found = (Vector128.LessThanOrEqual(v, Vector128.Create((byte)' '))
                | Vector128.Equals(v, Vector128.Create((byte)'>'))
                | Vector128.Equals(v, Vector128.Create((byte)'/'))).ExtractMostSignificantBits();
            if (found == 0)
            {
                from += Vector128<byte>.Count;
                continue;
            }

            from += BitOperations.TrailingZeroCount(found);
            if (EndsTagName(bytes[from]))
            {
                return from;
            }

            from++;   // a control character is part of the name
        }

        while (from < bytes.Length && !EndsTagName(bytes[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The first byte that ends an attribute's name, or the length of <paramref name="bytes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AttributeNameEnd(ReadOnlySpan<byte> bytes, int from)
    {
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        while (from <= bytes.Length - Vector128<byte>.Count)
        {
            Vector128<byte> v = Vector128.LoadUnsafe(ref start, (nuint)from);
            uint found = (Vector128.LessThanOrEqual(v, Vector128.Create((byte)' '))
                | Vector128.Equals(v, Vector128.Create((byte)'='))
                | Vector128.Equals(v, Vector128.Create((byte)'>'))
                | Vector128.Equals(v, Vector128.Create((byte)'/'))).ExtractMostSignificantBits();
            if (found == 0)
            {
                from += Vector128<byte>.Count;
                continue;
            }

            from += BitOperations.TrailingZeroCount(found);
            if (EndsAttributeName(bytes[from]))
            {
                return from;
            }

            from++;
        }

        while (from < bytes.Length && !EndsAttributeName(bytes[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The first <paramref name="value"/>, or the length of <paramref name="bytes"/>; fast where it is near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(ReadOnlySpan<byte> bytes, int from, byte value)
    {
        if (from <= bytes.Length - Vector256<byte>.Count)
        {
            Vector256<byte> v = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)from);
            uint near = Vector256.Equals(v, Vector256.Create(value)).ExtractMostSignificantBits();
            if (near != 0)
            {
                return from + BitOperations.TrailingZeroCount(near);
            }

            from += Vector256<byte>.Count;
        }

        int found = bytes[from..].IndexOf(value);
        return found < 0 ? bytes.Length : from + found;
    }

    /// <summary>The first byte that ends an unquoted value, or the length of <paramref name="bytes"/>.</summary>
    public static int UnquotedEnd(ReadOnlySpan<byte> bytes, int from)
    {
        int found = bytes[from..].IndexOfAny(s_unquotedEnds);
        return found < 0 ? bytes.Length : from + found;
    }

    private static bool EndsAttributeName(byte c) => c == '=' || EndsTagName(c);
}
