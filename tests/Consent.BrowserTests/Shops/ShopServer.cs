using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Products;
using Shop.ThirdParties;

namespace Consent.BrowserTests.Shops;

/// <summary>The Shop with its third parties, on ports of their own: each test has one, and shares nothing with the others.</summary>
public sealed class ShopServer : WebApplicationFactory<Product>
{
    private readonly string _environment;
    private readonly int _port;

    public ShopServer(string environment = "Development")
    {
        _environment = environment;
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        _port = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Arrivals = new Arrivals(Services.GetRequiredService<ThirdPartyLog>());
    }

    public Arrivals Arrivals { get; }

    public string Url(string path) => $"http://localhost:{_port}{path}";

    public string FenceUrl(int number) =>
        Services.GetRequiredService<ThirdPartyServer>().Url(new ThirdParty("Fence", Visitor.FenceHost, ""), $"/{number}");

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment(_environment)
        .UseSetting("ThirdParties:Port", "0")
        .ConfigureLogging(logging => logging.ClearProviders());
}
