using System.Text;

namespace Consent.Tests.Policy;

public sealed class ConsentPolicyTests
{
    [Fact]
    public void Default_Always_HasTheFourCategories()
    {
        ConsentPolicy policy = ConsentPolicy.Default;

        Assert.Equal(["necessary", "preferences", "analytics", "marketing"], policy.Categories.Select(c => c.Id));
        Assert.Equal(new CategorySet(0b0001), policy.Required);
        Assert.Equal(new CategorySet(0b1000), policy.Sale);
    }

    [Fact]
    public void Parse_SeveralErrors_ReportsAllInOrder()
    {
        const string Json = """
            {
              "services": [
                { "id": "google-analytics", "category": "analitics" },
                { "id": 5, "hosts": ["https://x.example/a"] }
              ],
              "strict": "yes",
              "enforcment": "enforce"
            }
            """;

        ConsentPolicyException e = Assert.Throws<ConsentPolicyException>(() => ConsentPolicy.Parse(Encoding.UTF8.GetBytes(Json)));

        Assert.Equal(
            [
                "consent.json(3,45): $.services[0].category: \"analitics\" is not a category; did you mean \"analytics\"?",
                "consent.json(4,13): $.services[1].id: 5 is not a text",
                "consent.json(4,26): $.services[1].hosts[0]: \"https://x.example/a\" is not a host: leave out the scheme and what follows the host; did you mean \"x.example\"?",
                "consent.json(6,13): $.strict: \"yes\" is not true or false",
                "consent.json(7,3): $.enforcment: \"enforcment\" is not a member that is known here; did you mean \"enforcement\"?",
            ],
            e.Errors.Select(x => x.ToString()));
    }

    [Theory]
    [InlineData("_ga", "google-analytics", "analytics")]
    [InlineData(".AspNetCore.Antiforgery.x1", "aspnetcore-antiforgery", "necessary")]
    [InlineData(".AspNetCore.Culture", "aspnetcore-culture", "preferences")]
    [InlineData("__Host-privacy", "privacy-choices", "necessary")]
    public void FindCookie_OfTheCatalogue_SaysWhose(string name, string service, string category)
    {
        CookieDeclaration declaration = Assert.NotNull(ConsentPolicy.Default.FindCookie(name));

        Assert.Equal(service, declaration.Service.Id);
        Assert.Equal(category, declaration.Category?.Id);
    }
}
