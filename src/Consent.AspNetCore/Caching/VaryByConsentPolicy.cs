using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Consent.AspNetCore;

/// <summary>
/// Gives each decision its own entry in the output cache. It turns caching on for nothing: it only widens the key of what
/// is cached anyway.
/// </summary>
internal sealed class VaryByConsentPolicy : IOutputCachePolicy
{
    public const string Name = "consent";

    private VaryByConsentPolicy()
    {
    }

    public static VaryByConsentPolicy Instance { get; } = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context.HttpContext);
        context.CacheVaryByRules.VaryByValues[Name] = DecisionKey.Of(feature);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // The page is of the answer given within this request, its key of the decision before.
        if (ConsentHttpContextExtensions.GetFeature(context.HttpContext).HasAnswer)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
