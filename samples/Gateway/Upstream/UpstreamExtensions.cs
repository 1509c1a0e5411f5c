using System.Diagnostics;
using System.Net;
using System.Text;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Upstream;

/// <summary>Forwards to the site what the gateway doesn't answer itself.</summary>
internal static class UpstreamExtensions
{
    public static void AddUpstream(this IServiceCollection services, Uri upstream, TimeSpan timeout)
    {
        services.AddHttpForwarder();
        services.AddSingleton(provider => new UpstreamForwarder(
            provider.GetRequiredService<IHttpForwarder>(), upstream, timeout, new HttpMessageInvoker(Connections())));
    }

    public static void MapUpstream(this WebApplication app) =>
        app.Map("/{**path}", app.Services.GetRequiredService<UpstreamForwarder>().ForwardAsync);

    private static SocketsHttpHandler Connections() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
    };
}
