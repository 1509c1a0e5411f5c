using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Upstream;

/// <summary>Passes a request to the site and its response back, as they stream, and copes with a site that fails.</summary>
internal sealed class UpstreamForwarder(IHttpForwarder forwarder, Uri upstream, TimeSpan timeout, HttpMessageInvoker connections)
    : IDisposable
{
    private readonly string _upstream = upstream.GetLeftPart(UriPartial.Authority);
    private readonly ForwarderRequestConfig _config = new() { ActivityTimeout = timeout };

    public async Task ForwardAsync(HttpContext context)
    {
        ForwarderError error = await forwarder.SendAsync(context, _upstream, connections, _config, UpstreamTransformer.Instance);
        if (error == ForwarderError.None)
        {
            return;
        }

        if (IsOfBody(error))
        {
            // Ended cleanly, half a page would pass for a whole one.
            context.Abort();
        }
        else if (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await ExplainAsync(context.Response);
        }
    }

    public void Dispose() => connections.Dispose();

    private static bool IsOfBody(ForwarderError error) => error is
        ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyClient or ForwarderError.ResponseBodyDestination;

    private static Task ExplainAsync(HttpResponse response)
    {
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(response.StatusCode switch
        {
            StatusCodes.Status504GatewayTimeout => "504: this site took too long to answer. Please try again later.\n",
            StatusCodes.Status502BadGateway => "502: this site can't be reached, or its answer made no sense. Please try again later.\n",
            int status => $"{status}: this request could not be passed on.\n",
        });
    }
}
