namespace Consent;

/// <summary>Whether the site's hosts are also held to the decision by a Content-Security-Policy of its own.</summary>
public enum CspMode
{
    /// <summary>No header is sent.</summary>
    Off,

    /// <summary>Browsers report what they would have blocked.</summary>
    ReportOnly,

    /// <summary>Browsers block.</summary>
    Enforce,
}
