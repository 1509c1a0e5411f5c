namespace Consent;

public sealed partial class ConsentPolicy
{
    private CookieDeclarations? _cookies;

    /// <summary>
    /// Finds whose a cookie is. A service of the policy goes before the choice cookie itself, and that before the
    /// catalogue; within each an exact name goes before a pattern, and of two patterns the one with more fixed characters.
    /// </summary>
    /// <param name="name">The cookie's name as the browser has it; case counts. Nothing is allocated.</param>
    /// <returns>The declaration, or <see langword="null"/> if nobody declares the cookie.</returns>
    public CookieDeclaration? FindCookie(ReadOnlySpan<char> name) => (_cookies ??= new(this)).Find(name);
}
