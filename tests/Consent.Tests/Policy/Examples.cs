namespace Consent.Tests.Policy;

internal static class Examples
{
    /// <summary>Every member of consent.json, with comments and trailing commas.</summary>
    public const string Full = """
        {
          "$schema": "consent.schema.json",
          "controller": { "name": "Acme Ltd", "contact": "privacy@acme.example", "policyUrl": "/privacy" },
          "categories": [
            { "id": "necessary", "required": true },
            { "id": "preferences" }, { "id": "analytics" }, { "id": "marketing", "sale": true }
          ],
          "services": [
            { "id": "google-analytics" },                      // known to the catalogue: this is enough
            { "id": "acme-pixel", "name": "Acme Pixel", "category": "marketing",
              "hosts": ["pixel.acme.example"],                 // and every sub-domain
              "cookies": [ { "name": "acme_*", "lifetime": "90d" } ], "storage": ["acme.*"],
              "scripts": ["acmeq("],                           // marks its inline snippet
              "policyUrl": "https://acme.example/privacy" },
          ],
          "regions": { "default": "opt-in", "rules": { "GB": { "analytics": "opt-out", "*": "opt-in" } } },
          "signals": { "gpc": { "denies": "sale", "overridable": true }, "dnt": { "denies": "optional" } },
          "undeclared": { "cookies": "block", "hosts": "allow" },
          "strict": false, "enforcement": "enforce", "csp": "off",
          "choice": { "lifetime": "180d", "askAgain": { "opt-in": "180d", "opt-out": "365d" },
                      "cookie": { "name": null, "domain": null }, "epoch": 1 },
          "basePath": "/privacy-choices",
          "banner": { }
        }
        """;

    public static ConsentPolicy Parse(string json) => ConsentPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(json));

    public static string[] ErrorsOf(string json) =>
        [.. Assert.Throws<ConsentPolicyException>(() => Parse(json)).Errors.Select(e => e.ToString())];
}
