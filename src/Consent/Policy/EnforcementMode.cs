namespace Consent;

/// <summary>Whether what is denied is held back, or only reported.</summary>
public enum EnforcementMode
{
    /// <summary>What is denied does not leave.</summary>
    Enforce,

    /// <summary>Everything leaves; the log says what would have been held back.</summary>
    Report,
}
