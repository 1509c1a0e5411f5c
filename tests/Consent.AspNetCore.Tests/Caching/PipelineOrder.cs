using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

/// <summary>A site with a cache in it, in one of the orders that the documentation names, or in a wrong one.</summary>
internal static class PipelineOrder
{
    public const string GateAfterCache = "consent, output cache";
    public const string CompressedGateAfterCache = "compression, consent, output cache";
    public const string VaryByDecision = "consent, output cache varied by the decision";
    public const string VariedCacheOutside = "output cache varied by the decision, consent";
    public const string CacheOutside = "output cache, consent";
    public const string ResponseCacheInside = "consent, response caching";
    public const string ResponseCacheOutside = "response caching, consent";

    public static TheoryData<string> Documented => new(
        GateAfterCache, CompressedGateAfterCache, VaryByDecision, ResponseCacheInside, ResponseCacheOutside);

    public static TheoryData<string> All => new(
        GateAfterCache, CompressedGateAfterCache, VaryByDecision, VariedCacheOutside, CacheOutside, ResponseCacheInside, ResponseCacheOutside);

    public static Task<Site> StartAsync(string order, RequestDelegate page, Action<ConsentOptions>? options = null) => Site.StartAsync(new SiteSetup
    {
        Options = options,
        Services = services => services
            .AddResponseCompression(static o => o.EnableForHttps = true)
            .AddResponseCaching()
            .AddOutputCache(o =>
            {
                if (order is VaryByDecision or VariedCacheOutside)
                {
                    o.VaryByConsent();
                }
            }),
        Pipeline = app =>
        {
            app.UseRouting();
            foreach (string part in order.Split(", "))
            {
                _ = part switch
                {
                    "consent" => app.UseConsent(),
                    "compression" => app.UseResponseCompression(),
                    "response caching" => app.UseResponseCaching(),
                    _ => app.UseOutputCache(),
                };
            }

            app.MapMethods("/", ["GET", "HEAD"], c =>
            {
                if (order.Contains("response", StringComparison.Ordinal))
                {
                    c.Response.Headers.CacheControl = "public, max-age=600";
                }

                return page(c);
            }).CacheOutput();
        },
    });
}
