using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>What UseConsent adds: the request gate and the HTML gate.</summary>
internal sealed class ConsentMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // A pipeline that runs again for an error page, or names UseConsent twice, is gated already.
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        if (feature.IsGated)
        {
            return next(context);
        }

        feature.IsGated = true;
        RequestCookieGate.Apply(feature);
        return next(context);
    }
}
