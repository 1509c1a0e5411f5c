using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Consent.AspNetCore;

/// <summary>
/// The body as a pipe. Of a page, and of a response whose type isn't known yet, bytes wait for the next flush; all others
/// write into the server's own pipe.
/// </summary>
internal sealed class GatePipeWriter(GateBody body, IHttpResponseBodyFeature inner) : PipeWriter
{
    private bool _keeps;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => body.HasPending
        ? body.Run.Pending.WrittenCount
        : inner.Writer.CanGetUnflushedBytes ? inner.Writer.UnflushedBytes : 0;

    public override Memory<byte> GetMemory(int sizeHint = 0) => Target().GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Target().GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        if (_keeps)
        {
            body.Run.Pending.Advance(bytes);
        }
        else
        {
            inner.Writer.Advance(bytes);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        body.IsGating() || body.HasPending ? FlushPendingAsync(cancellationToken) : inner.Writer.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        body.KeepsPending ? base.WriteAsync(source, cancellationToken) : inner.Writer.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.Writer.CancelPendingFlush();

    // What waits leaves when the response is finished, which can be awaited.
    public override void Complete(Exception? exception = null)
    {
        if (!body.KeepsPending)
        {
            inner.Writer.Complete(exception);
        }
        else if (exception is not null)
        {
            body.Break();
        }
    }

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (!body.KeepsPending)
        {
            await inner.Writer.CompleteAsync(exception);
        }
        else if (exception is not null)
        {
            body.Break();
        }
        else
        {
            await body.FinishAsync();
        }
    }

    private IBufferWriter<byte> Target()
    {
        _keeps = body.KeepsPending;
        return _keeps ? body.Run.Pending : inner.Writer;
    }

    private async ValueTask<FlushResult> FlushPendingAsync(CancellationToken cancellationToken)
    {
        await body.FlushAsync(cancellationToken);
        return default;
    }
}
