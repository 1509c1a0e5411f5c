namespace Consent.AspNetCore;

/// <summary>What the decision says about a cookie of a name.</summary>
/// <param name="Passes">Whether it may leave or enter.</param>
/// <param name="Category">The category that denies it; <see langword="null"/> if it passes, or if nobody declared it.</param>
internal readonly record struct CookieVerdict(bool Passes, Category? Category)
{
    // The catalogue's category for what a site can't do without, such as ASP.NET Core's own cookies. A policy may call its
    // required category something else; these cookies are required all the same.
    private const string NecessaryId = "necessary";

    public static CookieVerdict Of(ReadOnlySpan<char> name, ConsentFeature feature)
    {
        ref readonly ConsentDecision decision = ref feature.Decided;
        bool allowsAll = decision.AllowsAll && !feature.IsSpeculative;
        if (allowsAll || feature.InForce.IsChoiceCookie(name))
        {
            return new(true, null);
        }

        if (feature.Policy.FindCookie(name) is not { } declaration)
        {
            return default;
        }

        if (declaration.Category is not { } category)
        {
            return new(declaration.Service.Category == NecessaryId, null);
        }

        return category.Required || (decision.Allows(category) && !feature.IsSpeculative) ? new(true, null) : new(false, category);
    }
}
