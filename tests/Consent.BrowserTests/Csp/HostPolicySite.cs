using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Consent.BrowserTests.Csp;

/// <summary>
/// A site in strict mode with a policy of its own beside ours. What its first-party script adds to the page no rewriter
/// of HTML can see. The third parties are the same server under other names; all that reaches them is kept.
/// </summary>
internal sealed class HostPolicySite : IAsyncDisposable
{
    private const string OwnPolicy = "default-src * data: blob:; script-src 'nonce-own' 'strict-dynamic' 'unsafe-eval' 'wasm-unsafe-eval'; style-src * 'unsafe-inline'";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly ConcurrentQueue<string> _reported = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waited = new();

    private HostPolicySite(WebApplication app) => _app = app;

    public string Url => _app.Urls.First().Replace("127.0.0.1", "shop.localhost", StringComparison.Ordinal) + "/";

    /// <summary>What reached third parties, as "host /path".</summary>
    public string[] Arrived => [.. _arrived.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The bodies of the reports.</summary>
    public string[] Reported => [.. _reported];

    public static async Task<HostPolicySite> StartAsync(string mode = "enforce")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddConsent(ConsentPolicy.Parse(Encoding.UTF8.GetBytes($$"""
            { "strict": true, "csp": "{{mode}}", "services": [
              { "id": "stats", "category": "analytics", "hosts": ["stats.localhost", "stats-a.localhost", "stats-b.localhost", "stats-c.localhost"] },
              { "id": "ads", "category": "marketing", "hosts": ["ads.localhost"] },
              { "id": "pay", "category": "necessary", "hosts": ["pay.localhost"] } ] }
            """)), static options => options.Nonce = static _ => "own");
        WebApplication app = builder.Build();
        HostPolicySite site = new(app);
        app.UseWebSockets();
        app.MapWhen(static c => c.Request.Host.Host != "shop.localhost", party => party.Run(site.AnswerAsThirdPartyAsync));
        app.Use(site.NoteReportAsync);
        app.UseConsent();
        app.MapConsent();
        app.MapGet("/", static c => PageAsync(c));
        app.MapGet("/worker.js", static c => ScriptAsync(c, "onmessage = async e => { for (const u of e.data) { try { await fetch(u, { mode: 'no-cors' }); } catch { } } postMessage(1); };"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public string At(string party, string path) => Url.Replace("shop.localhost", party + ".localhost", StringComparison.Ordinal) + path;

    public Task WaitForAsync(string arrival) => Waited(arrival).Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task PageAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = OwnPolicy;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Strict</title>
            <style>main { color: rgb(1, 2, 3) }</style>
            <script nonce="own">window.ran = "inline " + eval("1 + 1");</script>
            </head><body><main><h1>Strict</h1></main></body></html>
            """);
    }

    private static Task ScriptAsync(HttpContext context, string script)
    {
        context.Response.ContentType = "text/javascript";
        return context.Response.WriteAsync(script);
    }

    private async Task NoteReportAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == "/privacy-choices/reports")
        {
            context.Request.EnableBuffering();
            using StreamReader reader = new(context.Request.Body, leaveOpen: true);
            string body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
            await next(context);
            _reported.Enqueue($"{context.Response.StatusCode} {body}");
            Waited("report").TrySetResult();
            return;
        }

        await next(context);
    }

    private async Task AnswerAsThirdPartyAsync(HttpContext context)
    {
        string arrival = $"{context.Request.Host.Host.Split('.')[0]} {context.Request.Path}";
        _arrived.Enqueue(arrival);
        Waited(arrival).TrySetResult();
        if (context.WebSockets.IsWebSocketRequest)
        {
            using System.Net.WebSockets.WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            return;
        }

        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.ContentType = context.Request.Path.Value!.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript";
        await context.Response.WriteAsync("/**/");
    }

    private TaskCompletionSource Waited(string name) =>
        _waited.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
