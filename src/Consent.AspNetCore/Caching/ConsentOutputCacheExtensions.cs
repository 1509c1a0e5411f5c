using Consent.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Output caching for pages that the application itself writes differently by the decision.</summary>
/// <remarks>
/// Pages that only carry marked tags need none of this: output caching inside <c>UseConsent</c> holds them closed, the same
/// for everyone, and the gate opens them for each visitor.
/// </remarks>
public static class ConsentOutputCacheExtensions
{
    /// <summary>Makes everything that is cached vary by the decision. It turns caching on for nothing.</summary>
    /// <param name="options">The options of output caching.</param>
    /// <returns>The options, for more.</returns>
    public static OutputCacheOptions VaryByConsent(this OutputCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddBasePolicy(VaryByConsentPolicy.Instance);
        return options;
    }

    /// <summary>Makes what this policy caches vary by the decision.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The policy, for more.</returns>
    public static OutputCachePolicyBuilder VaryByConsent(this OutputCachePolicyBuilder policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.VaryByValue(static context => new KeyValuePair<string, string>(
            VaryByConsentPolicy.Name, DecisionKey.Of(ConsentHttpContextExtensions.GetFeature(context))));
    }
}
