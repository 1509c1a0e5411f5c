namespace Consent.Html;

/// <summary>A tag as far as its nesting is concerned.</summary>
internal readonly ref struct TagInfo(TagType type, ReadOnlySpan<byte> name, bool isSelfClosing)
{
    public TagType Type { get; } = type;

    public ReadOnlySpan<byte> Name { get; } = name;

    public bool IsSelfClosing { get; } = isSelfClosing;
}
