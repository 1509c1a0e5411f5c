namespace Consent.BrowserTests.Browsers;

/// <summary>The signal that the browser itself sends, as its user set it.</summary>
public enum Signal
{
    None,
    Gpc,
    Dnt,
}
