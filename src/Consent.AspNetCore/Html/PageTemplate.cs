using System.Buffers;

namespace Consent.AspNetCore;

/// <summary>Markup that is the same for many pages but for one text, which may stand in several places.</summary>
internal sealed class PageTemplate
{
    private readonly byte[][] _pieces;

    /// <summary>Takes rendered markup apart.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="hole">What stands in place of the text.</param>
    public PageTemplate(ReadOnlySpan<byte> markup, ReadOnlySpan<byte> hole)
    {
        List<byte[]> pieces = [];
        int at;
        while ((at = markup.IndexOf(hole)) >= 0)
        {
            pieces.Add(markup[..at].ToArray());
            markup = markup[(at + hole.Length)..];
        }

        pieces.Add(markup.ToArray());
        _pieces = [.. pieces];
    }

    /// <summary>The markup as a whole, if it has no hole.</summary>
    public ReadOnlyMemory<byte>? Whole => _pieces.Length == 1 ? _pieces[0] : default(ReadOnlyMemory<byte>?);

    /// <summary>Writes the markup with a text in its holes.</summary>
    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        output.Write(_pieces[0]);
        foreach (byte[] piece in _pieces.AsSpan(1))
        {
            output.Write(text);
            output.Write(piece);
        }
    }
}
