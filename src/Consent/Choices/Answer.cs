namespace Consent;

/// <summary>What a visitor said about one category.</summary>
public enum Answer : byte
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>No.</summary>
    Refused,

    /// <summary>Yes.</summary>
    Granted,
}
