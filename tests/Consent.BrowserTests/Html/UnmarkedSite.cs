using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Consent.BrowserTests.Html;

/// <summary>A site whose pages nobody marked, and the third parties at another port; all that reaches them is kept.</summary>
internal sealed class UnmarkedSite : IAsyncDisposable
{
    private readonly WebApplication _shop;
    private readonly WebApplication _parties;
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waited = new();

    private UnmarkedSite()
    {
        _shop = Build(static services => services.AddConsent(ConsentPolicy.Parse("""
            { "services": [
              { "id": "stats", "category": "analytics", "hosts": ["stats.localhost"], "scripts": ["statsq("] },
              { "id": "ads", "category": "marketing", "hosts": ["ads.localhost"], "scripts": ["adsq("] } ] }
            """u8)));
        _parties = Build(static _ => { });
        _parties.Run(AnswerAsThirdPartyAsync);
        _shop.UseConsent();
        _shop.MapConsent();
        _shop.MapGet("/", c => WriteAsync(c, UnmarkedPage.Tags(At("stats"), "stats"), UnmarkedPage.Tags(At("ads"), "ads")));
        _shop.MapGet("/refresh", c => WriteAsync(c, UnmarkedPage.Refresh(At("stats"))));
    }

    public string Url => _shop.Urls.First().Replace("127.0.0.1", "shop.localhost", StringComparison.Ordinal) + "/";

    /// <summary>What reached third parties, as "host /path", but for the fences.</summary>
    public string[] Arrived =>
        [.. _arrived.Where(static a => !a.StartsWith("fence ", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    public static async Task<UnmarkedSite> StartAsync()
    {
        UnmarkedSite site = new();
        await site._parties.StartAsync(TestContext.Current.CancellationToken);
        await site._shop.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>The address of a third party.</summary>
    public string At(string party) => _parties.Urls.First().Replace("127.0.0.1", party + ".localhost", StringComparison.Ordinal) + "/";

    public async Task WaitForAsync(string arrival)
    {
        try
        {
            await Waited(arrival).Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waited for {arrival}; what arrived: {string.Join(", ", Arrived)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _parties.DisposeAsync();
    }

    private static WebApplication Build(Action<IServiceCollection> add)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        add(builder.Services);
        return builder.Build();
    }

    private static Task WriteAsync(HttpContext context, params string[] parts)
    {
        context.Response.Headers.ContentSecurityPolicy = "require-trusted-types-for 'script'; trusted-types pc";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Unmarked</title></head>
            <body><main><h1>Unmarked</h1>{string.Concat(parts)}</main></body></html>
            """);
    }

    private async Task AnswerAsThirdPartyAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        string arrival = $"{context.Request.Host.Host.Split('.')[0]} {path}";
        _arrived.Enqueue(arrival);
        Waited(arrival).TrySetResult();
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.ContentType = Path.GetExtension(path) switch
        {
            ".js" => "text/javascript",
            ".css" => "text/css",
            ".gif" => "image/gif",
            ".svg" => "image/svg+xml",
            ".vtt" => "text/vtt",
            ".mp4" => "video/mp4",
            ".mp3" => "audio/mpeg",
            _ => "text/html",
        };
        if (Path.GetExtension(path) == ".gif")
        {
            await context.Response.Body.WriteAsync(Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));
        }
    }

    private TaskCompletionSource Waited(string name) =>
        _waited.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
