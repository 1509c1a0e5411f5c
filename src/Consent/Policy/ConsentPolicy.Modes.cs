namespace Consent;

public sealed partial class ConsentPolicy
{
    /// <summary>This policy, but enforced, or only reported.</summary>
    /// <param name="enforcement">Whether what is denied is held back.</param>
    public ConsentPolicy WithEnforcement(EnforcementMode enforcement)
    {
        ConsentPolicy policy = (ConsentPolicy)MemberwiseClone();
        policy.Enforcement = enforcement;
        return policy;
    }

    /// <summary>
    /// This policy, but strict, as <c>"strict": true</c> makes it: everything undeclared is blocked, and a CSP is sent unless
    /// the policy has one already.
    /// </summary>
    public ConsentPolicy WithStrict()
    {
        ConsentPolicy policy = (ConsentPolicy)MemberwiseClone();
        policy.Strict = true;
        policy.UndeclaredCookies = UndeclaredRule.Block;
        policy.UndeclaredHosts = UndeclaredRule.Block;
        policy.Csp = Csp == CspMode.Off ? CspMode.Enforce : Csp;
        return policy;
    }
}
