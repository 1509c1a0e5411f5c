namespace Consent.Tests.Policy;

public sealed class MaterialHashTests
{
    private const string Written = """
        { "categories": [ { "id": "necessary", "required": true }, { "id": "analytics" }, { "id": "marketing", "sale": true } ],
          "services": [
            { "id": "acme", "category": "analytics", "hosts": ["a.example", "b.example"], "cookies": [ { "name": "x" }, { "name": "y_*" } ] },
            { "id": "zeta", "category": "analytics" }, { "id": "meta-pixel" } ] }
        """;

    [Theory]
    [InlineData("\"a.example\", \"b.example\"", "\"b.example\", \"A.example\", \"b.example\"")]
    [InlineData("{ \"name\": \"x\" }, { \"name\": \"y_*\" }", "{ \"name\": \"y_*\" }, { \"name\": \"x\", \"lifetime\": \"1d\" }")]
    [InlineData("{ \"id\": \"zeta\", \"category\": \"analytics\" }, { \"id\": \"meta-pixel\" }", "{ \"id\": \"meta-pixel\" }, { \"id\": \"zeta\", \"category\": \"analytics\" }")]
    [InlineData("{ \"id\": \"analytics\" }, { \"id\": \"marketing\", \"sale\": true }", "{ \"id\": \"marketing\", \"sale\": true }, { \"id\": \"analytics\" }")]
    [InlineData("{ \"id\": \"analytics\" }", "{ \"id\": \"analytics\", \"name\": \"Statistics\", \"description\": \"We count.\", \"required\": false }")]
    [InlineData("\"id\": \"zeta\",", "\"id\": \"zeta\", \"name\": \"Zeta\", \"policyUrl\": \"/zeta\", \"vendor\": \"Z\",")]
    [InlineData("{ \"id\": \"meta-pixel\" }", "{ \"id\": \"meta-pixel\", \"category\": \"marketing\" }")]
    public void Hash_OfAnEditThatIsNotMaterial_StaysTheSame(string old, string edited)
    {
        ConsentPolicy before = Examples.Parse(Written);
        ConsentPolicy after = Examples.Parse(Edit(old, edited));

        Assert.Equal(before.Hash, after.Hash);
        Assert.All(before.Categories, c => Assert.Equal(c.MaterialHash, after.GetCategory(c.Id).MaterialHash));
    }

    [Theory]
    [InlineData("\"b.example\"", "\"b.example\", \"c.example\"")]
    [InlineData("\"b.example\"", "\"c.example\"")]
    [InlineData("{ \"name\": \"x\" }", "{ \"name\": \"x1\" }")]
    [InlineData("\"zeta\"", "\"eta\"")]
    [InlineData("{ \"id\": \"zeta\", \"category\": \"analytics\" },", "")]
    [InlineData("{ \"id\": \"meta-pixel\" }", "{ \"id\": \"meta-pixel\" }, { \"id\": \"hotjar\" }")]
    [InlineData("{ \"id\": \"analytics\" }", "{ \"id\": \"analytics\", \"sale\": true }")]
    public void Hash_OfAMaterialEdit_ChangesInItsCategoryAlone(string old, string edited)
    {
        ConsentPolicy before = Examples.Parse(Written);
        ConsentPolicy after = Examples.Parse(Edit(old, edited));

        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal(
            ["analytics"],
            before.Categories.Where(c => c.MaterialHash != after.GetCategory(c.Id).MaterialHash).Select(c => c.Id));
    }

    [Fact]
    public void Hash_OfAHigherEpoch_ChangesInEveryCategory()
    {
        ConsentPolicy before = Examples.Parse(Written);
        ConsentPolicy after = Examples.Parse(Written.TrimEnd().TrimEnd('}') + """, "choice": { "epoch": 2 } }""");

        Assert.All(before.Categories, c => Assert.NotEqual(c.MaterialHash, after.GetCategory(c.Id).MaterialHash));
    }

    [Fact]
    public void Hash_Always_FitsTheChoiceCookie()
    {
        ConsentPolicy policy = Examples.Parse(Written);

        Assert.All(policy.Categories, c => Assert.True(c is { MaterialHash: > 0 and < 1u << 30, Key: > 0 and < 1u << 24 }));
        Assert.Matches("^[A-Za-z0-9_-]{12}$", policy.Hash);
    }

    // A change of these numbers asks every visitor of every site again.
    [Fact]
    public void Hash_OfTheDefaultPolicy_IsTheSameInEveryVersion()
    {
        Assert.Equal("fxWbd3WxBJfX", ConsentPolicy.Default.Hash);
        Assert.Equal([537146556u, 909170841u, 166194104u, 260034563u], ConsentPolicy.Default.Categories.Select(c => c.MaterialHash));
        Assert.Equal([8448651u, 12363396u, 6683009u, 14853424u], ConsentPolicy.Default.Categories.Select(c => c.Key));
    }

    private static string Edit(string old, string edited)
    {
        Assert.Contains(old, Written, StringComparison.Ordinal);
        return Written.Replace(old, edited, StringComparison.Ordinal);
    }
}
