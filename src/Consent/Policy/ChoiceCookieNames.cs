namespace Consent;

/// <summary>The names under which the choice cookie is set and found: which prefix it gets depends on the request.</summary>
internal static class ChoiceCookieNames
{
    private const string Default = "privacy";

    /// <summary>The plain name, and those with the prefixes that browsers guard (RFC 6265bis §4.1.3).</summary>
    public static string[] Of(ChoiceSettings choice)
    {
        string name = choice.CookieName ?? Default;
        return [name, "__Host-" + name, "__Secure-" + name];
    }
}
