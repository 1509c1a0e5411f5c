namespace Shop;

/// <summary>
/// The cookies that a shop's server sets without asking anyone. There is no "if allowed" here: that is the gate's work.
/// </summary>
internal static class ServerSideMarketing
{
    private static readonly CookieOptions s_visit = new() { MaxAge = TimeSpan.FromDays(30) };
    private static readonly CookieOptions s_seen = new() { MaxAge = TimeSpan.FromDays(90), Path = "/pieces", HttpOnly = true };

    public static void UseServerSideMarketing(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Cookies.Append("shop_visit", Guid.NewGuid().ToString("N"), s_visit);
            context.Response.Headers.Append("Set-Cookie", "shop_campaign=autumn; Max-Age=7776000; Path=/; HttpOnly; SameSite=Lax");
            if (context.Request.Path.StartsWithSegments("/pieces", out PathString piece))
            {
                context.Response.Cookies.Append("shop_seen", piece.Value!.Trim('/'), s_seen);
            }
        }

        return next(context);
    });
}
