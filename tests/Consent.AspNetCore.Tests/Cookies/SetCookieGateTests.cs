using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class SetCookieGateTests
{
    [Theory]
    [InlineData("_stats=1")]
    [InlineData("  _stats=1")]
    [InlineData("\t_stats =1")]
    [InlineData("_stats")]
    [InlineData("=_stats=1")]
    [InlineData("= _stats=1; path=/")]
    [InlineData("_stats=a,b; expires=never")]
    [InlineData("_stats=\"a, b\"; path=/")]
    [InlineData("_stats=1; max-age=0; max-age=60")]
    [InlineData("_stats=1; max-age=60; expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("_stats=1; expires=Thu, 01-Jan-1970 00:00:00 GMT; max-age=+0")]
    [InlineData("_stats=1; expires=1970")]
    [InlineData("_stats=1; max-age=")]
    [InlineData("_stats=1; xmax-age=0")]
    [InlineData("stats_ spaced name=1")]
    [InlineData("__Host-ads=1; path=/; secure")]
    [InlineData("__Secure-ads=1; path=/; secure")]
    public async Task DeniedCookie_WrittenAsBrowsersStillReadIt_DoesNotLeave(string line)
    {
        await using Site site = await SetsAsync(line);

        Assert.Empty((await site.GetAsync()).SetCookies());
    }

    [Theory]
    [InlineData("_stats=; max-age=0; path=/")]
    [InlineData("_stats=; Max-Age = -1")]
    [InlineData("_stats=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/")]
    [InlineData("unknown=; expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task Deletion_OfADeniedCookie_Leaves(string line)
    {
        await using Site site = await SetsAsync(line);

        Assert.Equal([line], (await site.GetAsync()).SetCookies());
    }

    [Theory]
    [InlineData("basket=1; path=/")]
    [InlineData("ARRAffinity=abc; path=/")]
    [InlineData(".AspNetCore.Session=abc; path=/; httponly")]
    [InlineData(".AspNetCore.Cookies=chunks-2; path=/")]
    [InlineData(".AspNetCore.CookiesC1=abc; path=/")]
    [InlineData(".AspNetCore.Antiforgery.abc=def; path=/")]
    [InlineData(".AspNetCore.Mvc.CookieTempDataProvider=abc; path=/")]
    [InlineData(".AspNetCore.Correlation.abc=N; path=/signin")]
    [InlineData(".AspNetCore.OpenIdConnect.Nonce.abc=N; path=/signin")]
    [InlineData("__Host-privacy=abc; path=/; secure")]
    public async Task RequiredCookie_Leaves(string line)
    {
        await using Site site = await SetsAsync(line);

        Assert.Equal([line], (await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task MixedCookies_LoseTheDeniedOnesAndKeepTheirOrder()
    {
        await using Site site = await SetsAsync("basket=1", "_stats=1", "basket=2", "_ads=1", "basket=3");

        Assert.Equal(["basket=1", "basket=2", "basket=3"], (await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task UndeclaredCookie_IsHeldBackAndToldOnceWithItsDeclaration()
    {
        await using Site site = await SetsAsync("my\"own=1");

        Assert.Empty((await site.GetAsync("/", site.Granted("analytics"))).SetCookies());
        Assert.Empty((await site.GetAsync()).SetCookies());

        string told = Assert.Single(site.Log.Of("CookieUndeclared")).Message;
        string json = told[told.IndexOf('{', StringComparison.Ordinal)..];
        ConsentPolicy pasted = ConsentPolicy.Parse(System.Text.Encoding.UTF8.GetBytes($"{{ \"services\": [ {json} ] }}"));
        Assert.Equal("my-service", pasted.FindCookie("my\"own")?.Service.Id);
    }

    [Fact]
    public async Task UndeclaredCookie_WithEverythingAllowed_Leaves()
    {
        await using Site site = await SetsAsync("other=1");

        Assert.Single((await site.GetAsync("/", site.GrantedAll())).SetCookies());
    }

    [Fact]
    public async Task UndeclaredCookie_WherePolicyLetsThemThrough_LeavesAndIsTold()
    {
        await using Site site = await SetsAsync("""{ "undeclared": { "cookies": "allow" } }""", "other=1");

        Assert.Single((await site.GetAsync()).SetCookies());
        Assert.Single(site.Log.Of("CookieUndeclaredPasses"));
    }

    [Fact]
    public async Task UndeclaredCookie_MarkedEssential_Leaves()
    {
        await using Site site = await Site.StartAsync(static c =>
        {
            c.Response.Cookies.Append("other", "1", new CookieOptions { IsEssential = true });
            c.Response.Cookies.Append("another", "1", new CookieOptions { IsEssential = false });
            return Task.CompletedTask;
        });

        Assert.Equal(["other=1; path=/"], (await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task UndeclaredCookies_WithoutEnd_AreToldUpToABound()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(c =>
        {
            for (int i = 0; i < 1000; i++)
            {
                c.Response.Cookies.Append($"made-{made++}", "1");
            }

            return Task.CompletedTask;
        });

        Assert.Empty((await site.GetAsync()).SetCookies());
        Assert.Equal(512, site.Log.Of("CookieUndeclared").Count());
    }

    [Fact]
    public async Task ReportMode_LetsEverythingLeaveAndTellsOnceWhatWouldNot()
    {
        const string Policy = """{ "enforcement": "report", "services": [ { "id": "stats", "name": "Stats", "category": "analytics", "cookies": [ { "name": "_stats" } ] } ] }""";
        await using Site site = await SetsAsync(Policy, "_stats=1", "other=1");

        Assert.Equal(2, (await site.GetAsync("/", ("Cookie", "_stats=1"))).SetCookies().Length);
        Assert.Equal(2, (await site.GetAsync()).SetCookies().Length);

        Assert.Single(site.Log.Of("CookieWouldBeHeld"));
        Assert.Single(site.Log.Of("CookieUndeclared"));
    }

    [Theory]
    [InlineData("prefetch")]
    [InlineData("prefetch;prerender")]
    [InlineData("prefetch;anonymous-client-ip")]
    public async Task SpeculativeLoad_SetsNoOptionalCookieEvenIfAllowed(string purpose)
    {
        await using Site site = await SetsAsync("_stats=1", "other=1", "basket=1");

        Assert.Equal(["basket=1"], (await site.GetAsync("/", site.GrantedAll(), ("Sec-Purpose", purpose))).SetCookies());
    }

    [Fact]
    public async Task LogAndMetrics_OfAHeldCookie_NeverHoldItsValue()
    {
        await using Site site = await SetsAsync("_stats=secret1", "other=secret2");

        await site.GetAsync("/", ("Cookie", "_ads=secret3; basket=secret4"));

        Assert.NotEmpty(site.Log.Of("CookieHeld"));
        Assert.DoesNotContain(site.Log.Entries, static e => e.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OutputCache_OfAResponseThatLostACookie_StoresNothing()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Services = static s => s.AddOutputCache(),
            Pipeline = app =>
            {
                app.UseRouting();
                app.UseConsent();
                app.UseOutputCache();
                app.MapGet("/", (RequestDelegate)(c =>
                {
                    c.Response.Cookies.Append("_stats", $"visitor{++made}");
                    return Page.WriteAsync(c);
                })).CacheOutput();
            },
        });

        Assert.Empty((await site.GetAsync()).SetCookies());
        string[] cookies = (await site.GetAsync("/", site.Granted("analytics"))).SetCookies();

        Assert.StartsWith("_stats=visitor2", Assert.Single(cookies), StringComparison.Ordinal);
    }

    private static Task<Site> SetsAsync(params string[] lines) => lines[0].StartsWith('{')
        ? Site.StartAsync(Set(lines[1..]), lines[0])
        : Site.StartAsync(Set(lines));

    private static RequestDelegate Set(string[] lines) => context =>
    {
        context.Response.Headers.SetCookie = lines;
        return Task.CompletedTask;
    };
}
