using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Shop.ThirdParties;

/// <summary>
/// Plays the third parties: a second web server in this process, on a port of its own and on this machine only.
/// </summary>
/// <remarks>
/// The port is the setting <c>ThirdParties:Port</c>, else the one after the shop's, else any free one.
/// </remarks>
public sealed partial class ThirdPartyServer(
    IServer shop, ThirdPartyLog log, IConfiguration configuration, ILogger<ThirdPartyServer> logger) : IHostedLifecycleService
{
    private WebApplication? _app;
    private int _port;

    /// <summary>The address of something that a third party serves.</summary>
    public string Url(ThirdParty party, string path) => $"http://{party.Host}:{_port}{path}";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        int wanted = configuration.GetValue("ThirdParties:Port", PortAfterTheShops());
        try
        {
            _app = await Start(wanted, cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            _app = await Start(0, cancellationToken);
        }

        _port = new Uri(_app.Urls.First()).Port;
        Log.Listening(logger, _port);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_app is not null)
        {
            await _app.StopAsync(cancellationToken);
            await _app.DisposeAsync();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private int PortAfterTheShops()
    {
        string? address = shop.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return address is not null && configuration["urls"]?.EndsWith(":0", StringComparison.Ordinal) != true
            ? BindingAddress.Parse(address).Port + 1
            : 0;
    }

    private async Task<WebApplication> Start(int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();

        WebApplication app = builder.Build();
        app.Use((context, next) =>
        {
            log.Add(context);
            return next(context);
        });
        app.MapThirdParties();
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Third parties listening on: http://*.localhost:{Port}")]
        public static partial void Listening(ILogger logger, int port);
    }
}
