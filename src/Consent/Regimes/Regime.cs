namespace Consent;

/// <summary>What holds for a category before the visitor chose, the most private first.</summary>
public enum Regime : byte
{
    /// <summary>Denied until the visitor grants it.</summary>
    OptIn,

    /// <summary>Allowed until the visitor refuses it.</summary>
    OptOut,

    /// <summary>Allowed; the site tells of it, and the visitor can refuse.</summary>
    Notice,
}
