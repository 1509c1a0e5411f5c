using System.Runtime.CompilerServices;

namespace Consent.Html;

/// <summary>The changes to one tag, in the order of its bytes.</summary>
internal sealed class TagEdits
{
    private static readonly byte[] s_slash = "/"u8.ToArray();

    private Edit[] _edits = new Edit[16];
    private int _count;

    /// <summary>The changes, by offset.</summary>
    public ReadOnlySpan<Edit> All => _edits.AsSpan(0, _count);

    /// <summary>The memory that the changes take, in bytes.</summary>
    public int RetainedBytes => _edits.Length * Unsafe.SizeOf<Edit>();

    /// <summary>Takes all changes back.</summary>
    public void Clear() => _count = 0;

    /// <summary>Puts bytes at an offset of the tag.</summary>
    public void Insert(int at, ReadOnlyMemory<byte> bytes) => Replace(at, 0, bytes);

    /// <summary>Puts bytes in the place of others.</summary>
    public void Replace(int at, int length, ReadOnlyMemory<byte> bytes)
    {
        if (_count == _edits.Length)
        {
            Array.Resize(ref _edits, _edits.Length * 2);
        }

        int index = _count++;
        while (index > 0 && _edits[index - 1].At > at)
        {
            _edits[index] = _edits[index - 1];
            index--;
        }

        _edits[index] = new Edit(at, length, bytes);
    }

    /// <summary>Takes an attribute out, such that its neighbours keep their meaning.</summary>
    public void Remove(in TagView tag, in TagAttribute attribute)
    {
        int start = attribute.NameStart;
        int end = attribute.End;
        byte next = tag.Bytes[end];
        if (next == '>' || HtmlBytes.IsSpace(next))
        {
            while (HtmlBytes.IsSpace(tag.Bytes[start - 1]))
            {
                start--;
            }
        }

        // An attribute may be named "=x"; behind one without a value that would become a value.
        int follower = end;
        while (HtmlBytes.IsSpace(tag.Bytes[follower]))
        {
            follower++;
        }

        Replace(start, end - start, tag.Bytes[follower] == '=' ? s_slash : default(ReadOnlyMemory<byte>));
    }

    /// <summary>One change.</summary>
    internal readonly record struct Edit(int At, int Length, ReadOnlyMemory<byte> Bytes);
}
