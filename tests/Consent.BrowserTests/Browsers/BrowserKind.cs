namespace Consent.BrowserTests.Browsers;

/// <summary>The browsers that every promise is tried in.</summary>
public enum BrowserKind
{
    Chromium,
    Firefox,
}
