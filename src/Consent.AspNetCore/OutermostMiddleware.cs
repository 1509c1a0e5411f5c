using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Consent.AspNetCore;

/// <summary>Gives every request its <see cref="IConsentFeature"/>, and stands at the door when the response leaves.</summary>
internal sealed class OutermostMiddleware(RequestDelegate next, ConsentRuntime runtime)
{
    private static readonly Func<object, Task> s_onStarting = OnStarting;

    public Task InvokeAsync(HttpContext context)
    {
        ConsentFeature feature = new(context, runtime);
        feature.Attach();
        context.Response.OnStarting(s_onStarting, feature);
        return next(context);
    }

    private static Task OnStarting(object state)
    {
        ConsentFeature feature = (ConsentFeature)state;
        SetCookieGate.Apply(feature);
        HeaderGate.Apply(feature);
        CspHeader.Apply(feature);
        AdApis.Apply(feature);
        if (!feature.IsGated && !IsFromVariedCache(feature) && !feature.Runtime.Told.Was(Told.MissingGate) && HtmlResponse.IsHtml(feature.Context.Response))
        {
            HtmlGateLog.MissingGate(feature);
        }

        return Task.CompletedTask;
    }

    private static bool IsFromVariedCache(ConsentFeature feature) =>
        feature.Context.Features.Get<IOutputCacheFeature>() is { } cache && OuterCache.IsVaried(cache);
}
