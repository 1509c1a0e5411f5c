using System.Text.Json;

namespace Consent.AspNetCore;

/// <summary>Writes the lines of <c>consent.json</c> that declare a cookie.</summary>
internal static class UndeclaredCookie
{
    /// <summary>
    /// A service that declares the cookie. Its category is the one that is denied soonest, so that pasting it without
    /// reading lets nothing out.
    /// </summary>
    public static string Declaration(string name, ConsentPolicy policy)
    {
        Category? suggested = null;
        foreach (Category category in policy.Categories)
        {
            suggested = category.Required || suggested is { Sale: true } ? suggested : category;
        }

        string id = JsonEncodedText.Encode(suggested?.Id ?? policy.Categories[0].Id).Value;
        string cookie = JsonEncodedText.Encode(name).Value;
        return $$"""{ "id": "my-service", "name": "My service", "category": "{{id}}", "cookies": [ { "name": "{{cookie}}" } ] }""";
    }
}
