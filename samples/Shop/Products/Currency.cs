using System.Globalization;

namespace Shop.Products;

/// <summary>What prices are shown in. The visitor's pick is kept in a cookie of the category <c>preferences</c>.</summary>
public sealed record Currency(string Code, string Symbol, decimal Rate)
{
    public const string CookieName = "shop_currency";

    public static readonly IReadOnlyList<Currency> All = [new("EUR", "€", 1m), new("USD", "$", 1.08m), new("GBP", "£", 0.85m)];

    public static Currency Of(HttpContext context) => Find(context.Request.Cookies[CookieName]) ?? All[0];

    public static Currency? Find(string? code) => All.FirstOrDefault(c => c.Code == code);

    public string Show(int cents) =>
        Symbol + (cents * Rate / 100m).ToString(cents % 100 == 0 && Rate == 1m ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>Keeps the visitor's pick. Whether the cookie may leave is not decided here.</summary>
    public static IResult Choose(HttpContext context, string code)
    {
        if (Find(code) is not { } currency)
        {
            return Results.NotFound();
        }

        context.Response.Cookies.Append(CookieName, currency.Code, new CookieOptions { MaxAge = TimeSpan.FromDays(365) });
        return Results.LocalRedirect("/");
    }
}
