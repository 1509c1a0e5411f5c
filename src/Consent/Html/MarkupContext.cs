namespace Consent.Html;

/// <summary>By which rules the tree builder takes a tag.</summary>
internal enum MarkupContext : byte
{
    /// <summary>As HTML.</summary>
    Html,

    /// <summary>As SVG or MathML, where <c>style</c>, <c>script</c> and the like hold markup.</summary>
    Foreign,

    /// <summary>As one or the other: only a full tree of the page could tell.</summary>
    Doubtful,
}
