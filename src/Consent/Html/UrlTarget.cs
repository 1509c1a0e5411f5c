namespace Consent.Html;

/// <summary>Where a URL leads.</summary>
internal enum UrlTarget : byte
{
    /// <summary>To no host: it is relative, of a scheme that stays in the browser, or no URL at all.</summary>
    None,

    /// <summary>To a host.</summary>
    Host,

    /// <summary>To a host that is written so that it can't be told which: nobody does that without a reason.</summary>
    Doubtful,
}
