using Microsoft.AspNetCore.OutputCaching;

namespace Consent.AspNetCore;

/// <summary>
/// Keeps pages that were opened for one visitor out of an output cache that sits outside the gate. It may have them if it
/// varies by the decision and they carry no nonce, which must not be used twice.
/// </summary>
internal static class OuterCache
{
    public static void KeepOut(ConsentFeature feature)
    {
        if (feature.OuterCache is { } cache && !(IsVaried(cache) && feature.Runtime.Options.Nonce is null))
        {
            cache.Context.AllowCacheStorage = false;
        }
    }

    /// <summary>Whether the cache has an entry for each decision, so that a page from it has been gated before.</summary>
    public static bool IsVaried(IOutputCacheFeature cache) =>
        cache.Context.CacheVaryByRules.VaryByValues.ContainsKey(VaryByConsentPolicy.Name);
}
