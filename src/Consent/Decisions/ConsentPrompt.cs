namespace Consent;

/// <summary>Whether the visitor is to be asked.</summary>
public enum ConsentPrompt : byte
{
    /// <summary>Ask: something was not asked yet, or may be asked again.</summary>
    Ask,

    /// <summary>Don't ask, but say that a signal was honoured (11 CCR §7025(c)(6)).</summary>
    Honored,

    /// <summary>Nothing to ask and nothing to say.</summary>
    None,
}
