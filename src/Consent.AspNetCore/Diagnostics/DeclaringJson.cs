using System.Text.Json;

namespace Consent.AspNetCore;

/// <summary>Writes the lines of <c>consent.json</c> that declare what nobody declared.</summary>
internal static class DeclaringJson
{
    /// <summary>A service that declares a cookie.</summary>
    public static string Cookie(string name, ConsentPolicy policy) =>
        Service(policy, $$""" "cookies": [ { "name": "{{JsonEncodedText.Encode(name).Value}}" } ]""");

    /// <summary>A service that declares a host.</summary>
    public static string Host(string host, ConsentPolicy policy) =>
        Service(policy, $$""" "hosts": [ "{{JsonEncodedText.Encode(host).Value}}" ]""");

    // Its category is the one that is denied soonest, so that pasting it without reading lets nothing out.
    private static string Service(ConsentPolicy policy, string members)
    {
        Category? suggested = null;
        foreach (Category category in policy.Categories)
        {
            suggested = category.Required || suggested is { Sale: true } ? suggested : category;
        }

        string id = JsonEncodedText.Encode(suggested?.Id ?? policy.Categories[0].Id).Value;
        return $$"""{ "id": "my-service", "name": "My service", "category": "{{id}}",{{members}} }""";
    }
}
