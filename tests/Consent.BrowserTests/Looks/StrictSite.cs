using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Consent.BrowserTests.Looks;

/// <summary>A site that allows nothing in its pages but what carries its nonce, and requires Trusted Types.</summary>
internal sealed class StrictSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrived = new();

    private StrictSite(WebApplication app) => _app = app;

    public string Url => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    public IEnumerable<string> Arrived => _arrived.Where(a => a.Value.Task.IsCompleted).Select(a => a.Key);

    public static async Task<StrictSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddConsent(ConsentPolicy.Default, options => options.Nonce = context => (string?)context.Items["nonce"]);
        WebApplication app = builder.Build();
        StrictSite site = new(app);

        app.MapWhen(context => context.Request.Host.Host == "metrics.localhost", party => party.Run(site.AnswerAsThirdParty));
        app.Use(AddPolicies);
        app.UseConsent();
        app.MapConsent();
        app.MapGet("/", site.Page);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public Task WaitForAsync(string path) => Arrival(path).Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AddPolicies(HttpContext context, RequestDelegate next)
    {
        string nonce = Convert.ToHexString(Guid.NewGuid().ToByteArray());
        context.Items["nonce"] = nonce;
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src http: data:; object-src 'none'; "
            + "base-uri 'none'; require-trusted-types-for 'script'; trusted-types pc";
        return next(context);
    }

    private IResult Page(HttpContext context)
    {
        object nonce = context.Items["nonce"]!;
        string party = Url.Replace("localhost", "metrics.localhost", StringComparison.Ordinal);
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Strict</title>
            <script type="text/plain" data-consent="analytics" nonce="{nonce}">window.ran = "inline";</script>
            <script type="text/plain" data-consent="analytics" nonce="{nonce}" data-src="{party}script.js"></script>
            </head><body><main><h1>Strict</h1>
            <img data-consent="marketing" data-src="{party}pixel.gif" alt=""></main></body></html>
            """, "text/html");
    }

    private Task AnswerAsThirdParty(HttpContext context)
    {
        Arrival(context.Request.Path + context.Request.QueryString).TrySetResult();
        context.Response.ContentType = "text/javascript";
        return context.Response.WriteAsync("new Image().src = new URL('/done?after=' + window.ran, document.currentScript.src);");
    }

    private TaskCompletionSource Arrival(string path) =>
        _arrived.GetOrAdd(path, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
