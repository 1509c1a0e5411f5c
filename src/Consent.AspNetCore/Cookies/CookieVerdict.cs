namespace Consent.AspNetCore;

/// <summary>What the decision says about a cookie of a name.</summary>
/// <param name="Passes">Whether it may leave or enter.</param>
/// <param name="Category">The category that denies it; <see langword="null"/> if it passes, or if nobody declared it.</param>
internal readonly record struct CookieVerdict(bool Passes, Category? Category)
{
    public static CookieVerdict Of(ReadOnlySpan<char> name, ConsentFeature feature)
    {
        ref readonly ConsentDecision decision = ref feature.Decided;
        bool allowsAll = decision.AllowsAll && !feature.IsSpeculative;
        if (allowsAll || feature.InForce.IsChoiceCookie(name))
        {
            return new(true, null);
        }

        // Of a category that this policy doesn't have, or nobody's: undeclared.
        if (feature.Policy.FindCookie(name) is not { Category: { } category })
        {
            return default;
        }

        return category.Required || (decision.Allows(category) && !feature.IsSpeculative) ? new(true, null) : new(false, category);
    }
}
