namespace Consent.Html;

/// <summary>An element's kind and traits.</summary>
internal readonly record struct TagType(TagKind Kind, TagTraits Traits)
{
    public bool Loads => (Traits & TagTraits.Loads) != 0;

    public bool IsRawText => (Traits & TagTraits.RawText) != 0;

    public bool IsInHead => (Traits & TagTraits.InHead) != 0;

    public bool IsVoid => (Traits & TagTraits.Void) != 0;

    public bool LeavesForeign => (Traits & TagTraits.LeavesForeign) != 0;
}
