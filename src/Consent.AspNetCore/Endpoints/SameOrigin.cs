using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Whether a request proves that one of the site's own pages sent it. No token is needed for that, so pages can be cached.
/// </summary>
internal static class SameOrigin
{
    public static bool IsProven(HttpRequest request)
    {
        // Browsers set the field and pages can't (Fetch Metadata §2.3). Where it is, nothing else counts.
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out StringValues site))
        {
            return site == "same-origin";
        }

        return request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out Uri? self)
            && uri.Scheme == self.Scheme && uri.Port == self.Port
            && string.Equals(uri.IdnHost, self.IdnHost, StringComparison.OrdinalIgnoreCase);
    }
}
