using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Upstream;

/// <summary>What the gateway changes in a request on its way to the site, and in the response on its way back.</summary>
internal sealed class UpstreamTransformer : HttpTransformer
{
    private static readonly UriCreationOptions s_asItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private UpstreamTransformer()
    {
    }

    public static UpstreamTransformer Instance { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext context, HttpRequestMessage request, string upstream, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(context, request, upstream, cancellationToken);
        Set(request, HeaderNames.AcceptEncoding, "identity");   // the gate reads pages as they are
        Set(request, "X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        Set(request, "X-Forwarded-Proto", context.Request.Scheme);
        Set(request, "X-Forwarded-Host", context.Request.Host.Value);
        request.Headers.Remove("Forwarded");                    // nobody vouches for it
        if (context.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] target
            && Uri.TryCreate(upstream + target, s_asItIs, out Uri? uri))
        {
            request.RequestUri = uri;
        }
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext context, HttpResponseMessage? response, CancellationToken cancellationToken)
    {
        if (response is not null)
        {
            await CompressedPage.UnpackAsync(response, cancellationToken);
            response.Headers.Remove(HeaderNames.AltSvc);        // it leads browsers around the gateway
        }

        return await base.TransformResponseAsync(context, response, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        if (!string.IsNullOrEmpty(value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
