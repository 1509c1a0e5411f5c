using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Consent.Razor;

/// <summary>Keeps a page that was rendered by a visitor's decision from reaching another visitor.</summary>
internal static class PrivateResponse
{
    /// <summary>Marks the response: private, varying by what is decided by, not for the output cache.</summary>
    /// <param name="context">The request.</param>
    public static void Mark(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }

        if (context.Response.HasStarted)
        {
            return;
        }

        var headers = context.Response.GetTypedHeaders();
        CacheControlHeaderValue control = headers.CacheControl ?? new() { NoCache = true };
        control.Public = false;
        control.SharedMaxAge = null;
        control.Private = true;
        headers.CacheControl = control;
        context.Response.Headers.Append(HeaderNames.Vary, new(["Cookie", "Sec-GPC", "DNT"]));
    }
}
