using System.Text;

namespace Consent.Html;

/// <summary>A complete start tag, for those who decide what to change in it.</summary>
/// <param name="bytes">The tag from <c>&lt;</c> to <c>&gt;</c>.</param>
/// <param name="type">The element.</param>
/// <param name="nameEnd">Where its name ends.</param>
/// <param name="attributes">Its attributes, duplicates included.</param>
internal readonly ref struct TagView(
    ReadOnlySpan<byte> bytes, TagType type, int nameEnd, ReadOnlySpan<TagAttribute> attributes)
{
    /// <summary>The tag from <c>&lt;</c> to <c>&gt;</c>.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The element.</summary>
    public TagType Type { get; } = type;

    /// <summary>Where the name ends; it starts at 1.</summary>
    public int NameEnd { get; } = nameEnd;

    /// <summary>The attributes in order. Of duplicates, browsers take the first.</summary>
    public ReadOnlySpan<TagAttribute> Attributes { get; } = attributes;

    /// <summary>The name as it is written.</summary>
    public ReadOnlySpan<byte> Name => Bytes[1..NameEnd];

    /// <summary>An attribute's name as it is written.</summary>
    public ReadOnlySpan<byte> NameOf(in TagAttribute attribute) => Bytes[attribute.NameStart..attribute.NameEnd];

    /// <summary>An attribute's value as it is written, character references and all.</summary>
    public ReadOnlySpan<byte> ValueOf(in TagAttribute attribute) => Bytes[attribute.ValueStart..attribute.ValueEnd];

    /// <summary>The index of the first attribute with this name, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < Attributes.Length; i++)
        {
            if (Attributes[i].NameEnd - Attributes[i].NameStart == name.Length
                && Ascii.EqualsIgnoreCase(NameOf(Attributes[i]), name))
            {
                return i;
            }
        }

        return -1;
    }
}
