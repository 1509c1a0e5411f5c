namespace Consent;

/// <summary>What happens to what neither the policy nor the catalogue knows.</summary>
public enum UndeclaredRule
{
    /// <summary>It is held back while anything optional is denied.</summary>
    Block,

    /// <summary>It is let through and reported.</summary>
    Allow,
}
