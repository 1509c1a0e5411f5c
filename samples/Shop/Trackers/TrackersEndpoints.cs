using Shop.ThirdParties;
using Shop.Trying;

namespace Shop.Trackers;

/// <summary>What the Trackers' view asks the shop for. All of it is first-party.</summary>
internal static class TrackersEndpoints
{
    public static IServiceCollection AddTrackersView(this IServiceCollection services) => services
        .AddSingleton<ThirdPartyLog>()
        .AddSingleton<ThirdPartyServer>()
        .AddHostedService(provider => provider.GetRequiredService<ThirdPartyServer>())
        .AddSingleton<HeldTally>();

    public static void MapTrackersView(this IEndpointRouteBuilder app)
    {
        _ = app.ServiceProvider.GetRequiredService<HeldTally>();   // counts from now on
        RouteGroupBuilder trackers = app.MapGroup("/trackers");

        trackers.MapGet("/news", (HttpContext context, ThirdPartyLog log, HeldTally held, int after = 0) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { requests = log.After(after), held = held.All });
        });

        trackers.MapPost("/clear", (ThirdPartyLog log, HeldTally held) =>
        {
            log.Clear();
            held.Clear();
        });

        trackers.MapPost("/forget", (HttpContext context) =>
        {
            foreach (string name in context.Request.Cookies.Keys.Where(n => n != Attempt.CookieName))
            {
                context.Response.Cookies.Delete(name, new CookieOptions { Secure = name.StartsWith("__", StringComparison.Ordinal) });
            }
        });

        trackers.MapPost("/try", (HttpContext context, Attempt attempt) => attempt.Keep(context));
    }
}
