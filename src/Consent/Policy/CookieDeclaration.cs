namespace Consent;

/// <summary>Whose a cookie is, as the policy or the catalogue says.</summary>
/// <param name="Service">The service that sets it.</param>
/// <param name="Category">
/// The category that it follows, or <see langword="null"/> if the policy doesn't have the category that the catalogue
/// names: the cookie is then as good as undeclared.
/// </param>
public readonly record struct CookieDeclaration(Service Service, Category? Category);
