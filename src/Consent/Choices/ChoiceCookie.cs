using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Consent;

/// <summary>
/// Reads and writes the choice cookie's value.
/// </summary>
/// <remarks>
/// <para>The value is text of base64url's alphabet (RFC 4648 §5), most significant digit first:</para>
/// <list type="table">
/// <item><term>1 digit</term><description>version, the character <c>1</c></description></item>
/// <item><term>16 digits an answer</term><description>4: the category's key; 1: answer (2 bits), overrides GPC, overrides DNT,
/// answer is for a service, reserved; 5: the category's material hash; 6: seconds since 1970</description></item>
/// <item><term>6 digits</term><description>CRC-32C of all before it</description></item>
/// </list>
/// <para>
/// The checksum is no signature: it makes damage visible, so that a damaged grant or refusal is not taken for another.
/// Answers about categories that the policy doesn't have, and about services, are passed over.
/// </para>
/// </remarks>
public static class ChoiceCookie
{
    /// <summary>The longest value that is read, in characters; a longer one is unreadable.</summary>
    public const int MaxLength = 1 + (CategorySet.Capacity * 2 * EntryLength) + ChecksumLength;

    private const char Version = '1';
    private const int EntryLength = 16;
    private const int EntryBytes = EntryLength / 4 * 3;
    private const int ChecksumLength = 6;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>
    /// Reads the choice from one line of the <c>Cookie</c> header and merges it into what earlier lines held.
    /// Allocates nothing and throws nothing.
    /// </summary>
    /// <param name="header">The line, as received. Names are compared as browsers send them: case counts.</param>
    /// <param name="name">The choice cookie's full name, with its prefix.</param>
    /// <param name="policy">The site's policy.</param>
    /// <param name="choice">The choice so far; the more private answer of each category stays.</param>
    public static void ReadHeader(ReadOnlySpan<char> header, ReadOnlySpan<char> name, ConsentPolicy policy, ref ConsentChoice choice)
    {
        ArgumentNullException.ThrowIfNull(policy);
        int from = 0;
        while (header[from..].IndexOf(name) is >= 0 and int offset)
        {
            int start = from + offset;
            int end = start + name.Length;
            from = end;
            if (end < header.Length && header[end] == '=' && StartsCookie(header, start))
            {
                Add(ValueAt(header[(end + 1)..]), policy, ref choice);
            }
        }
    }

    /// <summary>Finds the choice cookie's value in a line of the <c>Cookie</c> header, if its name stands there just once.</summary>
    /// <param name="header">The line, as received.</param>
    /// <param name="name">The choice cookie's full name, with its prefix.</param>
    /// <param name="value">The value, as <see cref="Parse"/> takes it.</param>
    internal static bool TryFindOnly(ReadOnlySpan<char> header, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        int start = header.IndexOf(name);
        int end = start + name.Length;
        if (start < 0 || end >= header.Length || header[end] != '=' || !StartsCookie(header, start) || header[end..].IndexOf(name) >= 0)
        {
            value = default;
            return false;
        }

        value = ValueAt(header[(end + 1)..]);
        return true;
    }

    /// <summary>Reads one cookie's value.</summary>
    /// <param name="value">The value, without the name.</param>
    /// <param name="policy">The site's policy.</param>
    /// <returns>The choice; <see cref="ConsentChoice.IsUnreadable"/> if the value can't be read.</returns>
    public static ConsentChoice Parse(ReadOnlySpan<char> value, ConsentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ConsentChoice choice = default;
        ReadInto(value, policy, ref choice);
        return choice;
    }

    /// <summary>Writes a choice as a cookie's value: at most 135 characters for 8 answers.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="policy">The policy that it was made under.</param>
    public static string Format(in ConsentChoice choice, ConsentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Span<char> text = stackalloc char[MaxLength];
        text[0] = Version;
        int length = 1;
        foreach (Category category in policy.Categories)
        {
            CategoryChoice entry = choice[category.Index];
            if (entry.Answer == Answer.None)
            {
                continue;
            }

            uint flags = ((uint)entry.Answer << 4) | (entry.OverridesGpc ? 8u : 0) | (entry.OverridesDnt ? 4u : 0);
            Encode(category.Key, text.Slice(length, 4));
            Encode(flags, text.Slice(length + 4, 1));
            Encode(entry.MaterialHash, text.Slice(length + 5, 5));
            Encode(entry.At, text.Slice(length + 10, 6));
            length += EntryLength;
        }

        Encode(Checksum(text[..length]), text.Slice(length, ChecksumLength));
        return new string(text[..(length + ChecksumLength)]);
    }

    private static ReadOnlySpan<char> ValueAt(ReadOnlySpan<char> rest)
    {
        int semicolon = rest.IndexOf(';');
        return (semicolon < 0 ? rest : rest[..semicolon]).Trim(" \t");
    }

    private static bool StartsCookie(ReadOnlySpan<char> header, int start)
    {
        while (start > 0 && header[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || header[start - 1] == ';';
    }

    private static void Add(ReadOnlySpan<char> value, ConsentPolicy policy, ref ConsentChoice choice)
    {
        if (!choice.IsPresent)
        {
            ReadInto(value, policy, ref choice);
            return;
        }

        ConsentChoice second = default;
        ReadInto(value, policy, ref second);
        choice.MergeMorePrivate(second);
    }

    private static void ReadInto(ReadOnlySpan<char> value, ConsentPolicy policy, ref ConsentChoice choice)
    {
        choice.IsPresent = true;
        int entries = value.Length - 1 - ChecksumLength;
        if (entries < 0 || value.Length > MaxLength || entries % EntryLength != 0 || value[0] != Version
            || !TryDecode(value[^ChecksumLength..], out ulong checksum) || checksum != Checksum(value[..^ChecksumLength]))
        {
            choice.IsUnreadable = true;
            return;
        }

        // Four digits are three bytes, so all answers are read in one go; the decoder passes over spaces, which don't count.
        Span<byte> bytes = stackalloc byte[entries / 4 * 3];
        if (Base64Url.DecodeFromChars(value.Slice(1, entries), bytes, out _, out int written) != OperationStatus.Done
            || written != entries / 4 * 3)
        {
            choice.IsUnreadable = true;
            return;
        }

        for (ReadOnlySpan<byte> rest = bytes[..written]; !rest.IsEmpty; rest = rest[EntryBytes..])
        {
            uint keyAndFlags = BinaryPrimitives.ReadUInt32BigEndian(rest);
            uint key = keyAndFlags >> 8;
            uint flags = (keyAndFlags >> 2) & 63;
            ulong hashAndTime = BinaryPrimitives.ReadUInt64BigEndian(rest[4..]);
            uint hash = ((keyAndFlags & 3) << 28) | (uint)(hashAndTime >> 36);
            ulong at = hashAndTime & ((1UL << 36) - 1);
            if (flags >> 4 is 0 or 3 || at > uint.MaxValue)
            {
                choice = new ConsentChoice { IsPresent = true, IsUnreadable = true };
                return;
            }

            if ((flags & 2) == 0 && Find(policy, key) is { } category)
            {
                CategoryChoice entry = new()
                {
                    Answer = (Answer)(flags >> 4),
                    OverridesGpc = (flags & 8) != 0,
                    OverridesDnt = (flags & 4) != 0,
                    MaterialHash = hash,
                    At = (uint)at,
                };
                CategoryChoice earlier = choice[category.Index];
                choice.Set(category.Index, earlier.Answer == Answer.None ? entry : CategoryChoice.MorePrivate(earlier, entry));
            }
        }
    }

    private static Category? Find(ConsentPolicy policy, uint key)
    {
        foreach (Category category in policy.Categories)
        {
            if (category.Key == key)
            {
                return category;
            }
        }

        return null;
    }

    private static void Encode(ulong number, Span<char> digits)
    {
        for (int i = digits.Length - 1; i >= 0; i--, number >>= 6)
        {
            digits[i] = Alphabet[(int)(number & 63)];
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> digits, out ulong number)
    {
        number = 0;
        foreach (char c in digits)
        {
            int digit = c < s_digits.Length ? s_digits[c] : -1;
            if (digit < 0)
            {
                return false;
            }

            number = (number << 6) | (uint)digit;
        }

        return true;
    }

    private static uint Checksum(ReadOnlySpan<char> text)
    {
        uint crc = uint.MaxValue;

        // Four characters at a time give the same sum as one by one.
        if (BitConverter.IsLittleEndian)
        {
            ReadOnlySpan<ulong> fours = MemoryMarshal.Cast<char, ulong>(text);
            foreach (ulong four in fours)
            {
                crc = BitOperations.Crc32C(crc, four);
            }

            text = text[(fours.Length * 4)..];
        }

        foreach (char c in text)
        {
            crc = BitOperations.Crc32C(crc, c);
        }

        return ~crc;
    }

    private static readonly sbyte[] s_digits = BuildDigits();

    private static sbyte[] BuildDigits()
    {
        sbyte[] digits = new sbyte[128];
        Array.Fill(digits, (sbyte)-1);
        for (int i = 0; i < Alphabet.Length; i++)
        {
            digits[Alphabet[i]] = (sbyte)i;
        }

        return digits;
    }
}
