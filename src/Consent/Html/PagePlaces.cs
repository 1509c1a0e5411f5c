namespace Consent.Html;

/// <summary>The places in a page where the gate puts something.</summary>
[Flags]
internal enum PagePlaces : byte
{
    None = 0,

    /// <summary>The start of <c>head</c>.</summary>
    Head = 1,

    /// <summary>The start of <c>body</c>, or where the page wants the banner.</summary>
    Body = 2,
}
