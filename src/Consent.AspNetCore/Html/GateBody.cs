using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore;

/// <summary>
/// The response's body while it passes the HTML gate. Whether it is a page is seen when the first byte is written; whatever
/// else it is goes straight on.
/// </summary>
internal sealed partial class GateBody(ConsentFeature feature, IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
{
    private HtmlGateRun? _run;
    private GatePipeWriter? _writer;
    private Mode _mode;

    private enum Mode : byte
    {
        /// <summary>Nothing has left, so the response may still become a page.</summary>
        Open,

        /// <summary>Not a page: bytes go straight on.</summary>
        Straight,

        /// <summary>A page.</summary>
        Gating,

        /// <summary>A page that has left, or that failed half-way: nothing more may leave.</summary>
        Closed,
    }

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= new GatePipeWriter(this, inner);

    /// <summary>The buffers of this response. They are there once it is a page, or once bytes wait for its type to be known.</summary>
    internal HtmlGateRun Run => _run ??= HtmlGateRun.Rent();

    /// <summary>Whether bytes in the response's pipe wait for a flush.</summary>
    internal bool HasPending => _run is { Pending.WrittenCount: > 0 };

    /// <summary>Whether bytes in the response's pipe have to wait: it is a page, or its type isn't known yet.</summary>
    internal bool KeepsPending => IsGating() || HasPending || (_mode == Mode.Open && feature.Context.Response.ContentType is null);

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        _ = IsGating();
        return inner.StartAsync(cancellationToken);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        IsGating() || HasPending
            ? SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken)
            : inner.SendFileAsync(path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await FinishAsync();
        await inner.CompleteAsync();
    }

    /// <summary>The response is over: what was held back leaves.</summary>
    public async ValueTask FinishAsync()
    {
        if (_mode == Mode.Closed)
        {
            return;
        }

        if (HasPending)
        {
            await SendPendingAsync(CancellationToken.None);
        }

        if (_mode == Mode.Gating)
        {
            Complete();
            await SendAsync(CancellationToken.None);
            _mode = Mode.Closed;
        }
        else if (_mode == Mode.Open && !feature.Context.Response.HasStarted)
        {
            // A page without a body, as for HEAD, has the headers of the page that a GET would give.
            _ = IsPage();
        }

        _run?.Return();
        _run = null;
    }

    /// <summary>Whether this is a page. Until the response has started it may change its type, as an error page does.</summary>
    internal bool IsGating()
    {
        switch (_mode)
        {
            case Mode.Open when feature.Context.Response.HasStarted:
                _mode = Mode.Straight;
                return false;
            case Mode.Open when IsPage():
                Start();
                return true;
            case Mode.Closed:
                throw new InvalidOperationException("The page is complete, or the HTML gate failed on it: nothing more of it may leave.");
            default:
                return _mode == Mode.Gating;
        }
    }

    private void Start()
    {
        try
        {
            Run.Start(feature);
            _mode = Mode.Gating;
        }
        catch
        {
            Break();
            throw;
        }
    }

    private bool IsPage()
    {
        HttpResponse response = feature.Context.Response;
        if (feature.IsOwnPage || !HtmlResponse.IsHtml(response) || !HtmlResponse.HasBody(response) || !HtmlResponse.IsWhole(response))
        {
            return false;
        }

        if (HtmlResponse.IsEncoded(response))
        {
            HtmlGateLog.Encoded(feature);
            return false;
        }

        if (!HtmlResponse.IsCharsetReadable(response))
        {
            HtmlGateLog.Charset(feature);
            return false;
        }

        HtmlResponse.Forget(response);
        if (!feature.TryBecomeShell())
        {
            HtmlResponse.Personalize(response);
            OuterCache.KeepOut(feature);
        }

        return !HttpMethods.IsHead(feature.Context.Request.Method);
    }
}
