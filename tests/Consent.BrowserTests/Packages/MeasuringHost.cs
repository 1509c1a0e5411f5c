using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Consent.BrowserTests.Packages;

/// <summary>A third party that keeps the paths that it was asked for.</summary>
internal sealed class MeasuringHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _received = [];

    public MeasuringHost()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(context =>
        {
            _received.Enqueue(context.Request.Path);
            context.Response.ContentType = "text/javascript";
            return context.Response.WriteAsync("document.documentElement.dataset.measured = '1';");
        });
    }

    public Uri Address { get; private set; } = null!;

    public string[] Received => [.. _received];

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Address = new Uri($"http://metrics.localhost:{new Uri(_app.Urls.First()).Port}/");
    }

    public void Forget() => _received.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
