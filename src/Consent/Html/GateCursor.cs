using System.Buffers;

namespace Consent.Html;

/// <summary>
/// Reads from a chunk and copies it to the output: unchanged bytes leave in one piece from one
/// changed place to the next.
/// </summary>
internal ref struct GateCursor(ReadOnlySpan<byte> source, IBufferWriter<byte> output)
{
    private readonly IBufferWriter<byte> _output = output;
    private int _copied;

    /// <summary>The bytes of this chunk.</summary>
    public readonly ReadOnlySpan<byte> Source = source;

    /// <summary>How far they were read.</summary>
    public int At;

    /// <summary>Puts bytes at an offset, in the place of <paramref name="length"/> others.</summary>
    public void Replace(int at, int length, ReadOnlySpan<byte> bytes)
    {
        Flush(at);
        if (!bytes.IsEmpty)
        {
            _output.Write(bytes);
        }

        _copied = Math.Max(_copied, at + length);
    }

    /// <summary>Puts bytes at an offset.</summary>
    public void Insert(int at, ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            Replace(at, 0, bytes);
        }
    }

    /// <summary>Copies what has not been copied yet, up to an offset.</summary>
    public void Flush(int to)
    {
        if (to > _copied)
        {
            _output.Write(Source[_copied..to]);
            _copied = to;
        }
    }
}
