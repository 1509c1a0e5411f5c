namespace Consent.Html;

/// <summary>What the HTML standard says of an element, as far as it matters to the gate.</summary>
[Flags]
internal enum TagTraits : byte
{
    None = 0,

    /// <summary>Can load something, and can be marked with <c>data-consent</c>.</summary>
    Loads = 1,

    /// <summary>Its content is text up to its end tag (RCDATA, RAWTEXT, script data, PLAINTEXT).</summary>
    RawText = 2,

    /// <summary>May stand in <c>head</c>.</summary>
    InHead = 4,

    /// <summary>Has no content and no end tag.</summary>
    Void = 8,

    /// <summary>Its start tag leaves SVG and MathML content (HTML, "in foreign content").</summary>
    LeavesForeign = 16,

    /// <summary>Has to be seen even where nothing is tracked.</summary>
    Watched = 32,
}
