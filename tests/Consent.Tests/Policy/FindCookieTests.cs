namespace Consent.Tests.Policy;

public sealed class FindCookieTests
{
    private static readonly ConsentPolicy s_policy = Examples.Parse("""
        { "categories": [ { "id": "necessary", "required": true }, { "id": "analytics" }, { "id": "marketing", "sale": true } ],
          "services": [
            { "id": "acme", "category": "marketing", "cookies": [ { "name": "acme_*" }, { "name": "*_acme" }, { "name": "_ga_ACME" }, { "name": "b*é" } ] },
            { "id": "shop", "category": "analytics", "cookies": [ { "name": "acme_s*n" }, { "name": "acme_session" }, { "name": "x_acme" } ] },
            { "id": "hotjar", "category": "marketing", "cookies": [ { "name": "hj" } ] } ] }
        """);

    [Theory]
    [InlineData("acme_id", "acme", "marketing")]
    [InlineData("acme_", "acme", "marketing")]
    [InlineData("acme_session", "shop", "analytics")]
    [InlineData("acme_season", "shop", "analytics")]
    [InlineData("my_acme", "acme", "marketing")]
    [InlineData("_acme", "acme", "marketing")]
    [InlineData("x_acme", "shop", "analytics")]
    [InlineData("acme_x_acme", "acme", "marketing")]
    [InlineData("bluté", "acme", "marketing")]
    [InlineData("_ga_ACME", "acme", "marketing")]
    [InlineData("_ga_OTHER", "google-analytics", "analytics")]
    [InlineData("_ga", "google-analytics", "analytics")]
    [InlineData("_hjSession_1", "hotjar", "marketing")]
    [InlineData("privacy", "privacy-choices", "necessary")]
    [InlineData("__Host-privacy", "privacy-choices", "necessary")]
    [InlineData("__Secure-privacy", "privacy-choices", "necessary")]
    [InlineData(".AspNetCore.Antiforgery.Vx2o", "aspnetcore-antiforgery", "necessary")]
    [InlineData(".AspNetCore.Cookies", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.CookiesC1", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.Identity.Application", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.Identity.ApplicationC2", "aspnetcore-authentication", "necessary")]
    [InlineData("Identity.TwoFactorUserId", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.Correlation.google.x", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.OpenIdConnect.Nonce.CfDJ8", "aspnetcore-authentication", "necessary")]
    [InlineData(".AspNetCore.Session", "aspnetcore-session", "necessary")]
    [InlineData(".AspNetCore.Mvc.CookieTempDataProvider", "aspnetcore-tempdata", "necessary")]
    [InlineData(".AspNetCore.Mvc.CookieTempDataProviderC1", "aspnetcore-tempdata", "necessary")]
    [InlineData(".AspNet.Consent", "aspnetcore-cookie-policy", "necessary")]
    [InlineData(".AspNetCore.SomethingNew", "aspnetcore", "necessary")]
    [InlineData("ARRAffinity", "azure-app-service", "necessary")]
    [InlineData("ARRAffinitySameSite", "azure-app-service", "necessary")]
    [InlineData("AWSALB", "aws-load-balancing", "necessary")]
    [InlineData("AWSALBCORS", "aws-load-balancing", "necessary")]
    [InlineData("__cf_bm", "cloudflare", "necessary")]
    [InlineData("cf_clearance", "cloudflare", "necessary")]
    [InlineData("_fbp", "meta-pixel", "marketing")]
    public void FindCookie_OfADeclaredName_SaysWhose(string name, string service, string category)
    {
        CookieDeclaration declaration = Assert.NotNull(s_policy.FindCookie(name));

        Assert.Equal((service, category), (declaration.Service.Id, declaration.Category?.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_GA")]
    [InlineData("Privacy")]
    [InlineData("nobody")]
    [InlineData("acme")]
    [InlineData("\u0000")]
    [InlineData("日本")]
    public void FindCookie_OfAnUndeclaredName_FindsNothing(string name) => Assert.Null(s_policy.FindCookie(name));

    [Fact]
    public void FindCookie_OfACatalogueCategoryThatThePolicyLacks_HasNoCategory()
    {
        CookieDeclaration declaration = Assert.NotNull(s_policy.FindCookie(".AspNetCore.Culture"));

        Assert.Equal("aspnetcore-culture", declaration.Service.Id);
        Assert.Null(declaration.Category);
    }

    [Fact]
    public void FindCookie_InAPolicyThatNamesItsRequiredCategoryOtherwise_KeepsTheNecessaryOnes()
    {
        ConsentPolicy policy = Examples.Parse("""{ "categories": [ { "id": "necessary" }, { "id": "base", "required": true } ] }""");

        Assert.Equal("base", policy.FindCookie(".AspNetCore.Session")?.Category?.Id);
        Assert.Equal("base", policy.FindCookie("privacy")?.Category?.Id);
    }

    [Fact]
    public void FindCookie_WithAChoiceCookieOfAnotherName_KnowsThatNameAlone()
    {
        ConsentPolicy policy = Examples.Parse("""{ "choice": { "cookie": { "name": "mine" } } }""");

        Assert.Equal("necessary", policy.FindCookie("__Host-mine")?.Category?.Id);
        Assert.Null(policy.FindCookie("__Host-privacy"));
    }

    [Fact]
    public void FindCookie_OfAFrameworkCookieThatThePolicyPutsElsewhere_FollowsThePolicy() =>
        Assert.Equal("preferences", Examples.Parse("""
            { "services": [ { "id": "aspnetcore-session", "category": "preferences" } ] }
            """).FindCookie(".AspNetCore.Session")?.Category?.Id);

    [Fact]
    public void FindCookie_OnceWarm_AllocatesNothing()
    {
        string[] names = ["_ga", "acme_x", "my_acme", "nobody", ".AspNetCore.Antiforgery.x", "__Host-privacy", "é", ""];
        Find(names);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Find(names);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int Find(string[] names)
    {
        int found = 0;
        for (int i = 0; i < 100; i++)
        {
            foreach (string name in names)
            {
                found += s_policy.FindCookie(name) is null ? 0 : 1;
            }
        }

        return found;
    }
}
