using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Consent.AspNetCore.Tests;

/// <summary>Every way to set a cookie passes the Set-Cookie gate.</summary>
public class SetCookieGateWaysTests
{
    private static readonly Dictionary<string, RequestDelegate> s_ways = new()
    {
        ["Append"] = static c => Do(() => c.Response.Cookies.Append("_stats", "1")),
        ["Append with options"] = static c => Do(() => c.Response.Cookies.Append("_stats", "1", new CookieOptions { HttpOnly = true, Secure = true })),
        ["Append marked essential"] = static c => Do(() => c.Response.Cookies.Append("_stats", "1", new CookieOptions { IsEssential = true })),
        ["Append in bulk"] = static c => Do(() => c.Response.Cookies.Append([new("_stats", "1"), new("stats_2", "2")], new CookieOptions())),
        ["Append in bulk, marked essential"] = static c => Do(() => c.Response.Cookies.Append([new("_stats", "1")], new CookieOptions { IsEssential = true })),
        ["Headers.Append"] = static c => Do(() => c.Response.Headers.Append("Set-Cookie", "_stats=1; path=/")),
        ["Headers.SetCookie ="] = static c => Do(() => c.Response.Headers.SetCookie = new[] { "_stats=1; path=/", "stats_x=2" }),
        ["header in lower case"] = static c => Do(() => c.Response.Headers["set-cookie"] = "_stats=1"),
        ["a fresh feature"] = static c => Do(() =>
        {
            c.Features.Set<IResponseCookiesFeature>(new ResponseCookiesFeature(c.Features));
            c.Response.Cookies.Append("_stats", "1");
        }),
        ["OnStarting"] = static c => Do(() => c.Response.OnStarting(() =>
        {
            c.Response.Cookies.Append("_stats", "1");
            return Task.CompletedTask;
        })),
        ["204"] = static c => Do(() =>
        {
            c.Response.StatusCode = 204;
            c.Response.Cookies.Append("_stats", "1");
        }),
        ["302"] = static c => Do(() =>
        {
            c.Response.Cookies.Append("_stats", "1");
            c.Response.Redirect("/elsewhere");
        }),
        ["404"] = static c => Do(() =>
        {
            c.Response.StatusCode = 404;
            c.Response.Cookies.Append("_stats", "1");
        }),
        ["before a page is written"] = static c =>
        {
            c.Response.Cookies.Append("_stats", "1");
            return Page.WriteAsync(c);
        },
        ["before StartAsync"] = static c =>
        {
            c.Response.Cookies.Append("_stats", "1");
            return c.Response.StartAsync();
        },
        ["before a flush"] = static async c =>
        {
            c.Response.Cookies.Append("_stats", "1");
            await c.Response.Body.FlushAsync();
            await c.Response.WriteAsync("text");
        },
        ["a handler that throws"] = static c =>
        {
            c.Response.OnStarting(() =>
            {
                c.Response.Headers.Append("Set-Cookie", "_stats=1");
                return Task.CompletedTask;
            });
            throw new InvalidDataException();
        },
    };

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task DeniedCookie_SetInAnyWay_DoesNotLeave(string way)
    {
        await using Site site = await StartAsync(s_ways[way]);

        Assert.Empty((await site.GetAsync()).SetCookies());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AllowedCookie_SetInAnyWay_Leaves(string way)
    {
        await using Site site = await StartAsync(s_ways[way]);

        string[] cookies = (await site.GetAsync("/", ("Cookie", site.Granted("analytics").Value.Replace("__Host-", "", StringComparison.Ordinal)))).SetCookies();

        Assert.StartsWith("_stats=1", cookies[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("before, when starting")]
    [InlineData("a startup filter")]
    public async Task DeniedCookie_OfAnotherMiddleware_DoesNotLeave(string place)
    {
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Services = s => _ = place == "a startup filter" ? s.AddSingleton<IStartupFilter, TrackingFilter>() : s,
            Pipeline = app =>
            {
                if (place.StartsWith("before", StringComparison.Ordinal))
                {
                    app.Use((c, next) => Track(c, next, whenStarting: place != "before"));
                }

                app.UseConsent();
                if (place == "after")
                {
                    app.Use(static (c, next) => Track(c, next, whenStarting: false));
                }

                app.Run(Page.WriteAsync);
            },
        });

        Assert.Empty((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task DeniedCookie_WithoutUseConsent_DoesNotLeaveEither()
    {
        await using Site site = await Site.StartAsync(new SiteSetup { Pipeline = static app => app.Run(s_ways["Append"]) });

        Assert.Empty((await site.GetAsync()).SetCookies());
    }

    [Fact]
    public async Task DeniedCookie_OfAStaticFile_DoesNotLeave()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Path, "site.js"), "alert(1)");
        await using Site site = await Site.StartAsync(new SiteSetup
        {
            Kestrel = true,
            Pipeline = app => app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder.Path),
                OnPrepareResponse = static f => f.Context.Response.Cookies.Append("_stats", "1"),
            }),
        });

        HttpResponseMessage response = await site.GetAsync("/site.js");

        Assert.Equal("alert(1)", await response.TextAsync());
        Assert.Empty(response.SetCookies());
    }

    private static Task<Site> StartAsync(RequestDelegate answer) => Site.StartAsync(new SiteSetup
    {
        Kestrel = true,
        Pipeline = app =>
        {
            app.UseExceptionHandler(static e => e.Run(static c => c.Response.WriteAsync("sorry")));
            Site.UseAll(app, answer);
        },
    });

    private static Task Track(HttpContext context, RequestDelegate next, bool whenStarting)
    {
        if (whenStarting)
        {
            context.Response.OnStarting(() => Do(() => context.Response.Cookies.Append("_stats", "1")));
        }
        else
        {
            context.Response.Cookies.Append("_stats", "1");
        }

        return next(context);
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private sealed class TrackingFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(static (c, inner) => Track(c, inner, whenStarting: true));
            next(app);
        };
    }
}
