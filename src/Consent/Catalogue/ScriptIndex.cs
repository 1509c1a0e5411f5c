using System.Runtime.InteropServices;
using System.Text;

namespace Consent;

/// <summary>
/// Finds the signatures of services in an inline script. Looks at every few bytes only (Wu and Manber's shifts over blocks
/// of three bytes), so that a script without one costs little. Allocates nothing to find.
/// </summary>
/// <remarks>
/// A signature that starts with a character of a name has to stand at the start of a name: <c>fbq(</c> is not in
/// <c>myfbq(</c>.
/// </remarks>
internal sealed class ScriptIndex
{
    private const int Block = 3;
    private const int Bits = 14;

    /// <summary>Shorter signatures, which would make every shift short, are looked for one by one.</summary>
    private const int Window = 6;

    private readonly byte[] _shifts = new byte[1 << Bits];
    private readonly Signature[]?[] _ends = new Signature[1 << Bits][];
    private readonly Signature[] _short;

    /// <summary>Makes a look-up; of two equal signatures the first counts.</summary>
    /// <param name="signatures">Short texts, each with the index of its owner.</param>
    public ScriptIndex(IEnumerable<(string Text, int Owner)> signatures)
    {
        Signature[] all = [.. signatures.DistinctBy(static s => s.Text).Select(static s => new Signature(Encoding.UTF8.GetBytes(s.Text), s.Owner))];
        _short = [.. all.Where(static s => s.Text.Length < Window)];
        MaxLength = all.Select(static s => s.Text.Length).DefaultIfEmpty().Max();

        Array.Fill(_shifts, (byte)(Window - Block + 1));
        foreach (Signature signature in all.Except(_short))
        {
            for (int end = Block; end <= Window; end++)
            {
                int block = BlockOf(signature.Text.AsSpan(end - Block));
                _shifts[block] = Math.Min(_shifts[block], (byte)(Window - end));
                if (end == Window)
                {
                    _ends[block] = [.. _ends[block] ?? [], signature];
                }
            }
        }
    }

    /// <summary>How many bytes the longest signature has.</summary>
    public int MaxLength { get; }

    /// <summary>Finds the next signature.</summary>
    /// <param name="script">The script's text in an ASCII-compatible encoding.</param>
    /// <param name="position">Where to start; afterwards, where to go on.</param>
    /// <returns>The owner, or -1 if there is none any more.</returns>
    public int Find(ReadOnlySpan<byte> script, ref int position)
    {
        (int at, int owner, int length) = FindLong(script, position);
        foreach (Signature signature in _short)
        {
            if (IndexOf(script, signature.Text, position) is >= 0 and int index && (owner < 0 || index < at))
            {
                (at, owner, length) = (index, signature.Owner, signature.Text.Length);
            }
        }

        position = owner < 0 ? script.Length : at + length;
        return owner;
    }

    private (int At, int Owner, int Length) FindLong(ReadOnlySpan<byte> script, int position)
    {
        byte[] shifts = _shifts;
        for (int last = position + Window - Block; last <= script.Length - Block;)
        {
            int block = BlockOf(script[last..]);
            int shift = shifts[block];
            if (shift > 0)
            {
                last += shift;
                continue;
            }

            int at = last - (Window - Block);
            foreach (Signature signature in _ends[block]!)
            {
                if (script[at..].StartsWith(signature.Text) && IsWhole(script, signature.Text, at))
                {
                    return (at, signature.Owner, signature.Text.Length);
                }
            }

            last++;
        }

        return (-1, -1, 0);
    }

    private static int IndexOf(ReadOnlySpan<byte> script, ReadOnlySpan<byte> text, int position)
    {
        while (script[position..].IndexOf(text) is >= 0 and int index)
        {
            position += index;
            if (IsWhole(script, text, position))
            {
                return position;
            }

            position++;
        }

        return -1;
    }

    private static bool IsWhole(ReadOnlySpan<byte> script, ReadOnlySpan<byte> text, int at) =>
        at == 0 || !IsOfName(text[0]) || !IsOfName(script[at - 1]);

    private static bool IsOfName(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'$';

    private static int BlockOf(ReadOnlySpan<byte> text)
    {
        uint block = MemoryMarshal.Read<ushort>(text) | ((uint)text[2] << 16);
        return (int)((block * 2654435761) >> (32 - Bits));
    }

    private sealed record Signature(byte[] Text, int Owner);
}
