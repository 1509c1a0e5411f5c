using System.Buffers.Binary;
using System.Runtime.CompilerServices;
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
    private const int Bits = 15;

    /// <summary>Shorter signatures, which would make every shift short, are looked for one by one.</summary>
    private const int Window = 6;

    // What scripts are full of. A signature is looked for by the part of it that has least of this.
    private const string Common =
        "window.document.function(return var let const this.push( = new .load( 'init' .init( .cmd .com .start( .track( \"init\" ('config', ('set .create .identify(" +
        " true, false, null undefined, .length .data settings Settings config Config options Object .js https://www. static. cdn. queue .event script Script ction ation" +
        " tion ing ent ion ter con pro the and for ser per sta com .get .set .add( .on( location element .prototype .style .class .value .name .type";

    private readonly byte[] _shifts = new byte[1 << Bits];
    private readonly Signature[]?[] _ends = new Signature[1 << Bits][];
    private readonly Signature[] _short;

    /// <summary>Makes a look-up; of two equal signatures the first counts.</summary>
    /// <param name="signatures">Short texts, each with the index of its owner.</param>
    public ScriptIndex(IEnumerable<(string Text, int Owner)> signatures)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<(byte[] Text, int Owner)> texts = [];
        foreach ((string text, int owner) in signatures)
        {
            if (seen.Add(text))
            {
                texts.Add((Encoding.UTF8.GetBytes(text), owner));
                MaxLength = Math.Max(MaxLength, texts[^1].Text.Length);
            }
        }

        int[] commonness = CommonnessOf(texts);
        List<Signature> shortOnes = [];
        Array.Fill(_shifts, (byte)(Window - Block + 1));
        foreach ((byte[] text, int owner) in texts)
        {
            if (text.Length < Window)
            {
                shortOnes.Add(new(text, owner, 0));
                continue;
            }

            Signature signature = new(text, owner, RarestPart(text, commonness));
            for (int end = Block; end <= Window; end++)
            {
                int block = BlockOf(text.AsSpan(signature.Part + end - Block));
                _shifts[block] = Math.Min(_shifts[block], (byte)(Window - end));
                if (end == Window)
                {
                    _ends[block] = [.. _ends[block] ?? [], signature];
                }
            }
        }

        _short = [.. shortOnes];
    }

    /// <summary>How many bytes the longest signature has.</summary>
    public int MaxLength { get; }

    /// <summary>Finds the next signature.</summary>
    /// <param name="script">The script's text in an ASCII-compatible encoding.</param>
    /// <param name="position">Where to start; afterwards, where to go on.</param>
    /// <returns>The owner, or -1 if there is none any more.</returns>
    public int Find(ReadOnlySpan<byte> script, ref int position)
    {
        (int at, int owner) = FindLong(script, position);
        foreach (Signature signature in _short)
        {
            if (IndexOf(script, signature.Text, position) is >= 0 and int index && (owner < 0 || index < at))
            {
                (at, owner) = (index, signature.Owner);
            }
        }

        position = owner < 0 ? script.Length : at + 1;
        return owner;
    }

    /// <summary>The place of the next part of a signature that stands there whole, and the signature's owner.</summary>
    private (int At, int Owner) FindLong(ReadOnlySpan<byte> script, int position)
    {
        ref byte text = ref MemoryMarshal.GetReference(script);
        ref byte shifts = ref MemoryMarshal.GetArrayDataReference(_shifts);
        int blocks = script.Length - Block + 1;
        for (int last = position + Window - Block; last < blocks;)
        {
            // Four bytes that end with the block: last is 3 at least, last + 2 is within the script, and Slot within the table.
            uint four = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, last - 1));
            uint slot = Slot((BitConverter.IsLittleEndian ? four : BinaryPrimitives.ReverseEndianness(four)) >> 8);
            int shift = Unsafe.Add(ref shifts, slot);
            if (shift > 0)
            {
                last += shift;
                continue;
            }

            int part = last - (Window - Block);
            int owner = Match(script, part, _ends[slot]!);
            if (owner >= 0)
            {
                return (part, owner);
            }

            last++;
        }

        return (-1, -1);
    }

    private static int Match(ReadOnlySpan<byte> script, int part, Signature[] signatures)
    {
        foreach (Signature signature in signatures)
        {
            int at = part - signature.Part;
            if (at >= 0 && script[at..].StartsWith(signature.Text) && IsWhole(script, signature.Text, at))
            {
                return signature.Owner;
            }
        }

        return -1;
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

    // How often a block stands in what is common, or in signatures: those share words too.
    private static int[] CommonnessOf(List<(byte[] Text, int Owner)> texts)
    {
        int[] counts = new int[1 << Bits];
        Count(Encoding.UTF8.GetBytes(Common), 16, counts);
        foreach ((byte[] text, int _) in texts)
        {
            Count(text, 1, counts);
        }

        return counts;
    }

    private static void Count(ReadOnlySpan<byte> text, int weight, int[] counts)
    {
        for (int i = 0; i + Block <= text.Length; i++)
        {
            counts[BlockOf(text[i..])] += weight;
        }
    }

    private static int RarestPart(ReadOnlySpan<byte> text, int[] commonness)
    {
        int rarest = 0;
        int least = int.MaxValue;
        for (int part = 0; part + Window <= text.Length; part++)
        {
            int sum = 0;
            for (int i = part; i + Block <= part + Window; i++)
            {
                // The last block is the one whose every occurrence is looked at.
                sum += commonness[BlockOf(text[i..])] * (i + Block == part + Window ? 8 : 1);
            }

            (rarest, least) = sum < least ? (part, sum) : (rarest, least);
        }

        return rarest;
    }

    private static int BlockOf(ReadOnlySpan<byte> text) => (int)Slot(BinaryPrimitives.ReadUInt16LittleEndian(text) | ((uint)text[2] << 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint block) => (block * 2654435761) >> (32 - Bits);

    private sealed record Signature(byte[] Text, int Owner, int Part);
}
