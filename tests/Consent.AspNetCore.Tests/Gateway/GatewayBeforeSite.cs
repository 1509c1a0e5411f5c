using System.Net;
using Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

/// <summary>The Gateway sample on the loopback address, with a site behind it that answers as a test says.</summary>
internal sealed class GatewayBeforeSite : IAsyncDisposable
{
    private readonly WebApplication _gateway;
    private readonly IAsyncDisposable _site;

    private GatewayBeforeSite(WebApplication gateway, IAsyncDisposable site)
    {
        _gateway = gateway;
        _site = site;
        Address = AddressOf(gateway);
        Client = Connect(Address);
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public ConsentPolicy Policy => _gateway.Services.GetRequiredService<ConsentRuntime>().Policies.Current.Policy;

    public static async Task<GatewayBeforeSite> StartAsync(RequestDelegate site, params string[] arguments)
    {
        WebApplication behind = await StartSiteAsync(site);
        return await StartAsync(behind, AddressOf(behind), arguments);
    }

    public static Task<GatewayBeforeSite> StartAsync(RawSite site, params string[] arguments) =>
        StartAsync(site, site.Address, arguments);

    public static async Task<WebApplication> StartSiteAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        WebApplication site = builder.Build();
        site.UseWebSockets();
        site.Run(answer);
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static HttpClient Connect(Uri address) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> GetAsync(string path = "/", params ReadOnlySpan<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        HttpRequestMessage request = new(method, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The <c>Cookie</c> header of a visitor who granted these categories and refused all others, now.</summary>
    public (string Name, string Value) Granted(params ReadOnlySpan<string> categories)
    {
        ConsentChoice choice = ConsentChoice.RefuseAll(Policy, DateTimeOffset.UtcNow);
        foreach (string category in categories)
        {
            choice = choice.With(Policy, Policy.GetCategory(category), granted: true, default, DateTimeOffset.UtcNow);
        }

        return ("Cookie", $"privacy={ChoiceCookie.Format(choice, Policy)}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _gateway.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static async Task<GatewayBeforeSite> StartAsync(IAsyncDisposable site, Uri address, string[] arguments)
    {
        WebApplication gateway = GatewayApplication.Create(GatewayArguments.Parse(
            ["--upstream", address.AbsoluteUri, "--urls", "http://127.0.0.1:0", .. arguments]));
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        return new(gateway, site);
    }
}
