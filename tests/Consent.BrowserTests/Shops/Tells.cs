namespace Consent.BrowserTests.Shops;

/// <summary>What reaches the third parties from a page of the Shop when a category is allowed: all of it, and no more.</summary>
public static class Tells
{
    public static readonly string[] Analytics = ["metrics GET /m.js", "metrics POST /collect"];

    public static readonly string[] Marketing = ["ads GET /pixel.gif", "ads GET /retarget.js", "ads GET /sync.gif", "ads POST /segment"];

    public static readonly string[] Preferences = ["chat GET /hello", "chat GET /widget.js"];

    /// <summary>On the home page: a post.</summary>
    public static readonly string[] Post = ["social GET /avatar.svg", "social GET /embed.js", "social GET /posts/42"];

    /// <summary>On the workshop's page: a film and a map.</summary>
    public static readonly string[] FilmAndMap =
    [
        "maps GET /embed", "maps GET /tiles/1", "maps GET /tiles/2", "maps GET /tiles/3", "maps GET /tiles/4",
        "video GET /embed/wheel", "video POST /watch",
    ];

    public static readonly string[] Home = Sorted(Analytics, Marketing, Preferences, Post);

    public static readonly string[] Visit = Sorted(Analytics, Marketing, Preferences, FilmAndMap);

    public static readonly string[] Piece = Sorted(Analytics, Marketing, Preferences);

    /// <summary>The cookies that may be there when all is allowed and a piece was looked at.</summary>
    public static readonly string[] Cookies = ["_shop_ads", "_shop_metrics", "parlour_guest", "shop_campaign", "shop_seen", "shop_visit"];

    public static string[] Sorted(params IEnumerable<string[]> parts) => [.. parts.SelectMany(p => p).Order(StringComparer.Ordinal)];
}
