using Consent.AspNetCore;

namespace Shop.Trying;

/// <summary>The region that the request names itself: <c>curl -H "X-Region: US-CA" http://localhost:5080</c>.</summary>
internal sealed class TriedRegion : IRegionResolver
{
    public const string HeaderName = "X-Region";

    public string? Resolve(HttpContext context) => context.Request.Headers[HeaderName].FirstOrDefault();
}
