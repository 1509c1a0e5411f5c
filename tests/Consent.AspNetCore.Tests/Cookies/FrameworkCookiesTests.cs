using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

/// <summary>ASP.NET Core's own cookies keep working for a visitor who refused everything.</summary>
public class FrameworkCookiesTests
{
    [Fact]
    public async Task Session_OfAVisitorWhoRefused_IsKept()
    {
        await using Site site = await StartAsync(static s => s.AddDistributedMemoryCache().AddSession(), static app =>
        {
            app.UseConsent();
            app.UseSession();
            app.Run(static c =>
            {
                int visits = (c.Session.GetInt32("visits") ?? 0) + 1;
                c.Session.SetInt32("visits", visits);
                return c.Response.WriteAsync($"visit {visits}");
            });
        });
        HttpResponseMessage first = await site.GetAsync("/", site.Granted());
        string cookie = Assert.Single(first.SetCookies()).Split(';')[0];

        // The session is stored when the response ends.
        Assert.Equal("visit 1", await first.TextAsync());

        HttpResponseMessage second = await site.GetAsync("/", ("Cookie", $"{site.Granted().Value}; {cookie}"));

        Assert.Equal("visit 2", await second.TextAsync());
    }

    [Fact]
    public async Task SignIn_OfAVisitorWhoRefused_IsKeptInChunksToo()
    {
        await using Site site = await StartAsync(
            static s => s.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
                .AddCookie(static o => ((ChunkingCookieManager)(o.CookieManager = new ChunkingCookieManager())).ChunkSize = 500),
            static app =>
            {
                app.UseConsent();
                app.UseAuthentication();
                app.Run(static async c =>
                {
                    if (c.Request.Path == "/in")
                    {
                        Claim[] claims = [new(ClaimTypes.Name, "Ada"), new("long", new string('x', 1500))];
                        await c.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")));
                        return;
                    }

                    await c.Response.WriteAsync($"hello {c.User.Identity?.Name}");
                });
            });
        string[] set = (await site.GetAsync("/in", site.Granted())).SetCookies();
        Assert.True(set.Length > 2);
        string cookies = string.Join("; ", set.Select(static l => l.Split(';')[0]));

        Assert.Equal("hello Ada", await (await site.GetAsync("/", ("Cookie", cookies))).TextAsync());
    }

    [Fact]
    public async Task Antiforgery_OfAVisitorWhoRefused_IsKept()
    {
        await using Site site = await StartAsync(static s => s.AddAntiforgery(), static app =>
        {
            app.UseConsent();
            app.Run(static c =>
            {
                c.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(c);
                return Task.CompletedTask;
            });
        });

        Assert.StartsWith(".AspNetCore.Antiforgery.", Assert.Single((await site.GetAsync("/", site.Granted())).SetCookies()), StringComparison.Ordinal);
    }

    private static Task<Site> StartAsync(Action<IServiceCollection> services, Action<WebApplication> pipeline) =>
        Site.StartAsync(new SiteSetup
        {
            Services = s =>
            {
                s.AddDataProtection();
                services(s);
            },
            Pipeline = pipeline,
        });
}
