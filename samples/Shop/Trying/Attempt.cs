namespace Shop.Trying;

/// <summary>A visitor that the Trackers' view pretends to be: where from, and with which signal. Development only.</summary>
/// <param name="Region">A region such as <c>US-CA</c>, or <see langword="null"/> for an unknown one.</param>
/// <param name="Gpc">Whether the browser sends <c>Sec-GPC: 1</c>.</param>
public sealed record Attempt(string? Region, bool Gpc)
{
    public const string CookieName = "shop_try";

    public static Attempt? Of(HttpContext context) =>
        context.Request.Cookies[CookieName] is { } kept && kept.Split('|') is [var region, var gpc]
            ? new(region is "" ? null : region, gpc == "gpc")
            : null;

    public void Keep(HttpContext context) => context.Response.Cookies.Append(
        CookieName, $"{Region}|{(Gpc ? "gpc" : "")}", new CookieOptions { IsEssential = true, HttpOnly = true });
}
