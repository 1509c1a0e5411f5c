using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests.Razor;

/// <summary>A site of the compiled pages beside this file, without the HTML gate: what Razor renders is what arrives.</summary>
public sealed class RazorSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Exception? _error;

    private RazorSite(WebApplication app) => _app = app;

    public static async Task<RazorSite> StartAsync(
        bool fingerprints = false, bool cacheOutput = false, Action<WebApplication>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(RazorSite).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development", // static web assets of projects are found in Development only
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddConsent();
        builder.Services.AddOutputCache();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Razor/Pages");

        WebApplication app = builder.Build();
        RazorSite site = new(app);
        app.Use(site.KeepErrorAsync);
        configure?.Invoke(app);
        app.UseRouting();
        app.UseOutputCache();
        PageActionEndpointConventionBuilder pages = app.MapRazorPages();
        if (fingerprints)
        {
            app.MapStaticAssets();
            pages.WithStaticAssets();
        }

        if (cacheOutput)
        {
            pages.CacheOutput();
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> GetTextAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await GetAsync(path, headers);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The page as a document; any parse error is an exception.</summary>
    public async Task<IHtmlDocument> GetDocumentAsync(string path) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(await GetTextAsync(path));

    /// <summary>The error that a page ends in.</summary>
    public async Task<Exception> GetErrorAsync(string path)
    {
        using HttpResponseMessage response = await GetAsync(path);
        return _error ?? throw new InvalidOperationException($"{path} answered {response.StatusCode}, without an error.");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task KeepErrorAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error)
        {
            _error = error;
            throw;
        }
    }
}
