namespace Consent.Tests.Policy;

public sealed class PolicyModesTests
{
    [Fact]
    public void WithStrict_IsAsTheFileWouldMakeIt()
    {
        ConsentPolicy strict = ConsentPolicy.Parse("""{ "undeclared": { "cookies": "allow" } }"""u8).WithStrict();
        ConsentPolicy file = ConsentPolicy.Parse("""{ "strict": true, "undeclared": { "cookies": "allow" } }"""u8);

        Assert.Equal(
            (file.Strict, file.UndeclaredCookies, file.UndeclaredHosts, file.Csp, file.Hash),
            (strict.Strict, strict.UndeclaredCookies, strict.UndeclaredHosts, strict.Csp, strict.Hash));
        Assert.True(strict.Strict);
    }

    [Fact]
    public void WithStrict_KeepsTheCspThatThePolicyAsksFor() =>
        Assert.Equal(CspMode.ReportOnly, ConsentPolicy.Parse("""{ "csp": "report-only" }"""u8).WithStrict().Csp);

    [Fact]
    public void WithEnforcement_LeavesThePolicyItselfAsItIs()
    {
        ConsentPolicy policy = ConsentPolicy.Parse("{}"u8);

        Assert.Equal(EnforcementMode.Report, policy.WithEnforcement(EnforcementMode.Report).Enforcement);
        Assert.Equal(EnforcementMode.Enforce, policy.Enforcement);
    }
}
