using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;

namespace Consent.AspNetCore;

/// <summary>What UseConsent adds: the request gate and the HTML gate.</summary>
internal sealed class ConsentMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        if (feature.IsBodyGated)
        {
            return next(context);
        }

        // A pipeline that runs again for an error page has its cookies taken out already, but a new body.
        if (!feature.IsGated)
        {
            feature.IsGated = true;
            feature.PathBase = context.Request.PathBase;
            feature.OuterCache = context.Features.Get<IOutputCacheFeature>();
            RequestCookieGate.Apply(feature);
            ConditionalRequest.Drop(context.Request);
        }

        return GateBodyAsync(context, feature);
    }

    private async Task GateBodyAsync(HttpContext context, ConsentFeature feature)
    {
        IHttpResponseBodyFeature inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        GateBody body = new(feature, inner);
        feature.IsBodyGated = true;
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.FinishAsync();
        }
        finally
        {
            context.Features.Set(inner);
            feature.IsBodyGated = false;
        }
    }
}
