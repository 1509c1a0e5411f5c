using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore;

/// <summary>Gives every request its <see cref="IConsentFeature"/>, and stands at the door when the response leaves.</summary>
internal sealed partial class OutermostMiddleware(RequestDelegate next, ConsentRuntime runtime)
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
        if (!feature.IsGated && !feature.Runtime.ToldOfMissingGate)
        {
            TellOfMissingGate(feature);
        }

        return Task.CompletedTask;
    }

    private static void TellOfMissingGate(ConsentFeature feature)
    {
        if (feature.Context.Response.ContentType is { } type && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            feature.Runtime.ToldOfMissingGate = true;
            Log.MissingGate(feature.Runtime.HtmlLog, feature.Context.Request.Path);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Warning, "The HTML page {Path} left without passing the HTML gate: it has no banner, and its marked tags stay closed. Add app.UseConsent() early in the pipeline, inside response compression and outside output caching. This is logged once.", EventName = "MissingUseConsent")]
        public static partial void MissingGate(ILogger logger, string? path);
    }
}
