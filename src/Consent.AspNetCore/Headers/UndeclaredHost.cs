using System.Text.Json;

namespace Consent.AspNetCore;

/// <summary>Writes the lines of <c>consent.json</c> that declare a host.</summary>
internal static class UndeclaredHost
{
    /// <summary>
    /// A service that declares the host. Its category is the one that is denied soonest, so that pasting it without
    /// reading lets nothing out.
    /// </summary>
    public static string Declaration(string host, ConsentPolicy policy)
    {
        Category? suggested = null;
        foreach (Category category in policy.Categories)
        {
            suggested = category.Required || suggested is { Sale: true } ? suggested : category;
        }

        string id = JsonEncodedText.Encode(suggested?.Id ?? policy.Categories[0].Id).Value;
        return $$"""{ "id": "my-service", "name": "My service", "category": "{{id}}", "hosts": [ "{{JsonEncodedText.Encode(host).Value}}" ] }""";
    }
}
