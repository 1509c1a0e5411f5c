using Consent.AspNetCore;

namespace Shop.Trying;

/// <summary>Lets a developer be a visitor from elsewhere. None of it is there in production.</summary>
internal static class TryingExtensions
{
    public static IServiceCollection AddTrying(this IServiceCollection services) =>
        services.AddSingleton<IRegionResolver, TriedRegion>();

    /// <summary>Sends what the pretended visitor's browser would send. It goes before <c>UseConsent</c>.</summary>
    public static void UseTrying(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Attempt.Of(context) is { } attempt)
        {
            if (attempt.Gpc)
            {
                context.Request.Headers["Sec-GPC"] = "1";
            }

            if (attempt.Region is { } region)
            {
                context.Request.Headers.TryAdd(TriedRegion.HeaderName, region);
            }
        }

        return next(context);
    });
}
