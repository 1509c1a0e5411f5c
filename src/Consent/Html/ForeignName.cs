using System.Runtime.InteropServices;

namespace Consent.Html;

/// <summary>An element's name in lower case, kept by value so that a stack of them needs no memory of its own.</summary>
internal readonly record struct ForeignName
{
    /// <summary>Longer names can't be kept. The longest of SVG, <c>fecomponenttransfer</c>, has 19 bytes.</summary>
    public const int MaxLength = 24;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly int _length;

    /// <summary>Keeps a name of at most <see cref="MaxLength"/> bytes.</summary>
    public ForeignName(ReadOnlySpan<byte> name)
    {
        Span<byte> lower = stackalloc byte[MaxLength];
        lower.Clear();
        for (int i = 0; i < name.Length; i++)
        {
            lower[i] = name[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(name[i] | 0x20) : name[i];
        }

        ReadOnlySpan<ulong> parts = MemoryMarshal.Cast<byte, ulong>(lower);
        _first = parts[0];
        _second = parts[1];
        _third = parts[2];
        _length = name.Length;
    }
}
