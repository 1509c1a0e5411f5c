using Microsoft.Extensions.FileProviders;

namespace Shop.ThirdParties;

/// <summary>What the third parties answer: scripts, pixels, frames, and cookies of their own.</summary>
internal static class ThirdPartyEndpoints
{
    private static readonly EmbeddedFileProvider s_files = new(typeof(ThirdPartyEndpoints).Assembly, "");
    private static readonly byte[] s_pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    public static void MapThirdParties(this WebApplication app)
    {
        app.Use(AllowAnyOrigin);

        IEndpointRouteBuilder metrics = app.On(ThirdParty.Metrics);
        metrics.MapFile("/m.js", "metrics.js");
        metrics.MapPost("/collect", () => Results.NoContent());

        IEndpointRouteBuilder ads = app.On(ThirdParty.Ads);
        ads.MapFile("/retarget.js", "ads.js");
        ads.MapGet("/pixel.gif", Pixel("bullhorn_id"));
        ads.MapGet("/sync.gif", Pixel("bullhorn_id"));
        ads.MapPost("/segment", () => Results.NoContent());

        IEndpointRouteBuilder chat = app.On(ThirdParty.Chat);
        chat.MapFile("/widget.js", "chat.js");
        chat.MapGet("/hello", () => "Noor here, at the wheel. Ask me anything about clay.");

        IEndpointRouteBuilder social = app.On(ThirdParty.Social);
        social.MapFile("/embed.js", "social.js");
        social.MapFile("/avatar.svg", "avatar.svg");
        social.MapGet("/posts/{id:int}", (HttpContext context, int id) =>
        {
            SetCookie(context, "murmur_reader");
            return Results.Json(new { id, likes = 214, ago = "2 h" });
        });

        IEndpointRouteBuilder video = app.On(ThirdParty.Video);
        video.MapFile("/embed/{film}", "video.html", "reel_watcher");
        video.MapPost("/watch", () => Results.NoContent());

        IEndpointRouteBuilder maps = app.On(ThirdParty.Maps);
        maps.MapFile("/embed", "map.html", "wayfare_here");
        maps.MapFile("/tiles/{name}", "tile.svg");

        app.MapFallback(() => Results.NoContent());
    }

    private static RouteGroupBuilder On(this WebApplication app, ThirdParty party) =>
        app.MapGroup("").RequireHost(party.Host);

    private static void MapFile(this IEndpointRouteBuilder party, string path, string file, string? cookie = null) =>
        party.MapGet(path, (HttpContext context) =>
        {
            if (cookie is not null)
            {
                SetCookie(context, cookie);
            }

            context.Response.Headers.CacheControl = "no-store";
            string type = Path.GetExtension(file) switch { ".js" => "text/javascript", ".svg" => "image/svg+xml", _ => "text/html; charset=utf-8" };
            return Results.Stream(s_files.GetFileInfo(file).CreateReadStream(), type);
        });

    private static Func<HttpContext, IResult> Pixel(string cookie) => context =>
    {
        SetCookie(context, cookie);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(s_pixel, "image/gif");
    };

    /// <summary>Recognises the visitor again on every site that carries this third party.</summary>
    private static void SetCookie(HttpContext context, string name)
    {
        if (!context.Request.Cookies.ContainsKey(name))
        {
            context.Response.Cookies.Append(name, Guid.NewGuid().ToString("N"), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(180),
                SameSite = SameSiteMode.None,
                Secure = true,
            });
        }
    }

    private static Task AllowAnyOrigin(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Origin is [{ } origin])
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }

        return next(context);
    }
}
