using System.Text;

namespace Consent.Html;

/// <summary>Bytes that are made for a tag, kept until the tag has left.</summary>
internal sealed class TagText
{
    private byte[] _bytes = new byte[256];
    private int _start;
    private int _length;

    /// <summary>The memory that the bytes take.</summary>
    public int RetainedBytes => _bytes.Length;

    /// <summary>Forgets all bytes. What was taken may not be used any more.</summary>
    public void Clear() => _start = _length = 0;

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes an identifier, which is ASCII.</summary>
    public void Write(string id)
    {
        Room(id.Length);
        _length += Encoding.ASCII.GetBytes(id, _bytes.AsSpan(_length));
    }

    /// <summary>Takes what was written since the last time.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        ReadOnlyMemory<byte> taken = _bytes.AsMemory(_start, _length - _start);
        _start = _length;
        return taken;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));  // what was taken keeps the old one
        }
    }
}
