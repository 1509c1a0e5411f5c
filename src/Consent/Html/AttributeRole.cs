namespace Consent.Html;

/// <summary>What the browser does with an attribute, as far as it can lead to a host.</summary>
internal enum AttributeRole : byte
{
    None,

    /// <summary>Holds a URL that the element is there for: without it the element is closed.</summary>
    Source,

    /// <summary>Holds image candidates; the element is there for them.</summary>
    SourceSet,

    /// <summary>Holds an HTML document.</summary>
    Document,

    /// <summary>Holds CSS.</summary>
    Css,

    /// <summary>Holds a URL beside the element's purpose: only the attribute is closed.</summary>
    Aside,

    /// <summary>Holds URLs with white space between them, of which each may be dropped.</summary>
    Pings,

    /// <summary>Holds URLs with semicolons between them: an animation's values.</summary>
    Values,

    /// <summary>Holds the seconds and the URL of a refresh.</summary>
    Refresh,
}
