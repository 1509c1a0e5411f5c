namespace Consent;

public sealed partial class ConsentPolicy
{
    private Declarations? _declarations;

    private Declarations Declarations => _declarations ??= new(this);

    /// <summary>
    /// Finds whose a cookie is. A service of the policy goes before the choice cookie itself, and that before the
    /// catalogue; within each an exact name goes before a pattern, and of two patterns the one with more fixed characters.
    /// </summary>
    /// <param name="name">The cookie's name as the browser has it; case counts. Nothing is allocated.</param>
    /// <returns>The declaration, or <see langword="null"/> if nobody declares the cookie.</returns>
    public CookieDeclaration? FindCookie(ReadOnlySpan<char> name) => Declarations.FindCookie(name);
}
