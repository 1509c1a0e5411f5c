using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Consent.AspNetCore.Tests;

/// <summary>A site with Consent in it, served from memory or by Kestrel on the loopback address.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string AnalyticsAndMarketing = """
        { "services": [
            { "id": "stats", "name": "Stats", "category": "analytics", "cookies": [ { "name": "_stats" }, { "name": "stats_*" } ] },
            { "id": "ads", "name": "Ads", "category": "marketing", "cookies": [ { "name": "_ads" }, { "name": "__Host-ads" }, { "name": "__Secure-ads" } ] },
            { "id": "basket", "name": "Basket", "category": "necessary", "cookies": [ { "name": "basket" } ] } ] }
        """;

    private readonly WebApplication _app;

    private Site(WebApplication app, HttpClient client, FakeTimeProvider time, LogSink log)
    {
        _app = app;
        Client = client;
        Time = time;
        Log = log;
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; }

    public LogSink Log { get; }

    public IServiceProvider Services => _app.Services;

    public ConsentPolicy Policy => _app.Services.GetRequiredService<ConsentRuntime>().Policies.Current.Policy;

    public static async Task<Site> StartAsync(SiteSetup setup)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        LogSink log = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        setup.Services?.Invoke(builder.Services);
        if (setup.Policy is not null)
        {
            ConsentPolicy policy = ConsentPolicy.Parse(Encoding.UTF8.GetBytes(setup.Policy));
            builder.Services.AddConsent(policy, setup.Options ?? (static _ => { }));
        }

        if (setup.Kestrel)
        {
            builder.WebHost.UseKestrelCore().ConfigureKestrel(static o => o.Listen(IPAddress.Loopback, 0));
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        WebApplication app = builder.Build();
        setup.Pipeline(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Site(app, Connect(app, setup), time, log);
    }

    /// <summary>A site that answers every request in one way, with everything of Consent in its pipeline.</summary>
    public static Task<Site> StartAsync(RequestDelegate answer, string policy = AnalyticsAndMarketing) =>
        StartAsync(new SiteSetup { Policy = policy, Pipeline = app => UseAll(app, answer) });

    public static void UseAll(WebApplication app, RequestDelegate answer)
    {
        app.UseRouting();
        app.UseConsent();
        app.MapConsent();
        app.MapFallback("{*path}", answer);
    }

    public Task<HttpResponseMessage> GetAsync(string path = "/", params ReadOnlySpan<(string Name, string Value)> headers)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>The <c>Cookie</c> header of a visitor who granted these categories and refused all others, now.</summary>
    public (string Name, string Value) Granted(params ReadOnlySpan<string> categories)
    {
        ConsentChoice choice = ConsentChoice.RefuseAll(Policy, Time.GetUtcNow());
        foreach (string category in categories)
        {
            choice = choice.With(Policy, Policy.GetCategory(category), granted: true, default, Time.GetUtcNow());
        }

        return ("Cookie", $"__Host-privacy={ChoiceCookie.Format(choice, Policy)}");
    }

    public (string Name, string Value) GrantedAll() => Granted("preferences", "analytics", "marketing");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static HttpClient Connect(WebApplication app, SiteSetup setup)
    {
        if (!setup.Kestrel)
        {
            HttpClient client = app.GetTestClient();
            client.BaseAddress = setup.Address;
            return client;
        }

        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }
}
