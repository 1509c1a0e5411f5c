namespace Consent;

/// <summary>Why a category is allowed or denied.</summary>
public enum Reason : byte
{
    /// <summary>Denied: the regime is opt-in, and no standing grant allows it.</summary>
    NotAsked,

    /// <summary>Denied: the visitor refused it.</summary>
    Refused,

    /// <summary>Denied: Global Privacy Control is on.</summary>
    Gpc,

    /// <summary>Denied: Do Not Track is on.</summary>
    Dnt,

    /// <summary>Allowed: the site can't do without it.</summary>
    Required,

    /// <summary>Allowed: the visitor granted it.</summary>
    Granted,

    /// <summary>Allowed: the region's regime is opt-out, and nobody refused it.</summary>
    OptOutRegime,

    /// <summary>Allowed: the region's regime asks for notice alone, and nobody refused it.</summary>
    Notice,
}
