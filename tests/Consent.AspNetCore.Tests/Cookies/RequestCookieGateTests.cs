using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

public class RequestCookieGateTests
{
    [Theory]
    [InlineData("_stats=1; basket=2", "basket=2")]
    [InlineData("basket=2;_stats=1", "basket=2")]
    [InlineData("a=1; stats_x=1; b=2; _ads=3 ; c=4", "a=1; b=2; c=4")]
    [InlineData("unknown=1; _STATS=1; x_stats=2", "unknown=1; _STATS=1; x_stats=2")]
    [InlineData("nameless; =odd; _stats=1; ;", "nameless; =odd")]
    [InlineData("_stats=1", "")]
    [InlineData("_stats", "_stats")]
    public async Task CookieHeader_ReachesTheApplicationWithoutDeniedCookies(string sent, string seen)
    {
        await using Site site = await EchoAsync();

        Assert.Equal(seen, await (await site.GetAsync("/", ("Cookie", sent))).TextAsync());
    }

    [Fact]
    public async Task CookieHeader_OfSeveralLines_IsReadWhole()
    {
        await using Site site = await EchoAsync();

        HttpResponseMessage response = await site.GetAsync("/", ("Cookie", "_stats=1"), ("Cookie", "basket=1; _ads=2"), ("Cookie", "x=3"));

        string seen = await response.TextAsync();
        Assert.Contains("basket=1", seen, StringComparison.Ordinal);
        Assert.Contains("x=3", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("_stats", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("_ads", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestCookies_DoNotHoldDeniedOnes()
    {
        await using Site site = await Site.StartAsync(
            static c => c.Response.WriteAsync(string.Join(',', c.Request.Cookies.Keys), c.RequestAborted));

        HttpResponseMessage response = await site.GetAsync("/", ("Cookie", "_stats=1; basket=2"));

        Assert.Equal("basket", await response.TextAsync());
    }

    [Fact]
    public async Task AllowedCookie_ReachesTheApplicationAndIsNotExpired()
    {
        await using Site site = await EchoAsync();
        string cookie = site.Granted("analytics").Value;

        HttpResponseMessage response = await site.GetAsync("/", ("Cookie", $"_stats=1; {cookie}"));

        Assert.Equal($"_stats=1; {cookie}", await response.TextAsync());
        Assert.Empty(response.SetCookies());
    }

    [Fact]
    public async Task DeniedCookie_IsExpiredUnderEveryVariant()
    {
        await using Site site = await EchoAsync();

        string[] lines = (await site.GetAsync("/shop/cart", ("Cookie", "_stats=1"))).SetCookies();

        Assert.Equal("_stats=; max-age=0; path=/; secure; samesite=none", lines[0]);
        Assert.Equal("_stats=; max-age=0; domain=shop.example; path=/; secure; samesite=none", lines[1]);
        Assert.Equal("_stats=; max-age=0; domain=www.shop.example; path=/; secure; samesite=none", lines[2]);
        Assert.Equal("_stats=; max-age=0; path=/; secure; samesite=none; partitioned", lines[3]);
        foreach (string path in (string[])["/", "/shop", "/shop/", "/shop/cart"])
        {
            foreach (string domain in (string[])["", " domain=shop.example;", " domain=www.shop.example;"])
            {
                Assert.Contains($"_stats=; max-age=0;{domain} path={path}; secure; samesite=none", lines);
                Assert.Contains($"_stats=; max-age=0;{domain} path={path}; secure; samesite=none; partitioned", lines);
            }
        }

        Assert.Equal(24, lines.Length);
    }

    [Fact]
    public async Task DeniedCookie_OnHttp_IsExpiredWithoutSecure()
    {
        await using Site site = await EchoAsync(new Uri("http://localhost"));

        Assert.Equal(["_stats=; max-age=0; path=/"], (await site.GetAsync("/", ("Cookie", "_stats=1; __Host-ads=1; __Secure-ads=1"))).SetCookies());
    }

    [Fact]
    public async Task DeniedCookie_OnAnAddress_IsExpiredForTheHostAlone()
    {
        await using Site site = await EchoAsync(new Uri("http://127.0.0.1"));

        Assert.Equal(["_stats=; max-age=0; path=/"], (await site.GetAsync("/", ("Cookie", "_stats=1"))).SetCookies());
    }

    [Fact]
    public async Task PrefixedCookie_IsExpiredAsItsPrefixDemands()
    {
        await using Site site = await EchoAsync();

        string[] lines = (await site.GetAsync("/a", ("Cookie", "__Host-ads=1; __Secure-ads=1"))).SetCookies();

        Assert.Equal(
            ["__Host-ads=; max-age=0; path=/; secure; samesite=none", "__Host-ads=; max-age=0; path=/; secure; samesite=none; partitioned"],
            lines.Where(static l => l.StartsWith("__Host-", StringComparison.Ordinal)));
        Assert.All(lines, static l => Assert.Contains("; secure", l, StringComparison.Ordinal));
        Assert.Contains("__Secure-ads=; max-age=0; domain=shop.example; path=/a; secure; samesite=none", lines);
    }

    [Fact]
    public async Task ManyDeniedCookies_AreExpiredBreadthFirstWithinTheBudget()
    {
        await using Site site = await EchoAsync();
        string cookies = string.Join("; ", Enumerable.Range(0, 60).Select(static i => $"stats_{i}=1"));

        string[] lines = (await site.GetAsync("/a/b/c/d/e", ("Cookie", cookies))).SetCookies();

        Assert.True(lines.Sum(static l => l.Length) <= 6 * 1024);
        Assert.Equal(60, lines.Select(static l => l.Split('=')[0]).Distinct().Count());
    }

    [Fact]
    public async Task CookiePath_ThatCannotBeACookiesPath_IsLeftOut()
    {
        await using Site site = await EchoAsync();

        string[] lines = (await site.GetAsync("/a;domain=evil.example/b", ("Cookie", "_stats=1"))).SetCookies();

        Assert.DoesNotContain(lines, static l => l.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NameThatCannotStandInAHeader_IsTakenOutButNotExpired()
    {
        await using Site site = await EchoAsync();

        HttpResponseMessage response = await site.GetAsync("/", ("Cookie", "stats_\u00e9=1; stats_a b=1; basket=1"));

        Assert.Equal("basket=1", await response.TextAsync());
        Assert.Empty(response.SetCookies());
    }

    [Fact]
    public async Task Withdrawal_ExpiresCookiesThatWereAllowedUntilThen()
    {
        await using Site site = await EchoAsync();
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices") { Content = new StringContent("""{"withdraw":true}""", null, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", $"_stats=1; {site.GrantedAll().Value}");

        string[] lines = (await site.SendAsync(request)).SetCookies();

        Assert.Contains("_stats=; max-age=0; domain=shop.example; path=/; secure; samesite=none", lines);
        Assert.StartsWith("__Host-privacy=", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantWithinTheRequest_ExpiresNothingThatItAllows()
    {
        await using Site site = await EchoAsync();
        HttpRequestMessage request = new(HttpMethod.Post, "/privacy-choices") { Content = new StringContent("""{"all":true}""", null, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", "_stats=1");

        Assert.StartsWith("__Host-privacy=", Assert.Single((await site.SendAsync(request)).SetCookies()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicResponse_ExpiresNothing_SinceCachesWouldKeepIt()
    {
        await using Site site = await Site.StartAsync(static c =>
        {
            c.Response.Headers.CacheControl = "public, max-age=600";
            return Task.CompletedTask;
        });

        Assert.Empty((await site.GetAsync("/", ("Cookie", "_stats=1"))).SetCookies());
    }

    [Fact]
    public async Task ReportMode_TouchesNoCookie()
    {
        const string Policy = """{ "enforcement": "report", "services": [ { "id": "stats", "name": "Stats", "category": "analytics", "cookies": [ { "name": "_stats" } ] } ] }""";
        await using Site site = await Site.StartAsync(static c => c.Response.WriteAsync(c.Request.Headers.Cookie.ToString(), c.RequestAborted), Policy);

        HttpResponseMessage response = await site.GetAsync("/", ("Cookie", "_stats=1"));

        Assert.Equal("_stats=1", await response.TextAsync());
        Assert.Empty(response.SetCookies());
        Assert.Single(site.Log.Of("RequestCookieWouldBeHeld"));
    }

    private static Task<Site> EchoAsync(Uri? address = null) => Site.StartAsync(new SiteSetup
    {
        Address = address ?? new("https://www.shop.example"),
        Pipeline = static app => Site.UseAll(app, static c => c.Response.WriteAsync(c.Request.Headers.Cookie.ToString(), c.RequestAborted)),
    });
}
