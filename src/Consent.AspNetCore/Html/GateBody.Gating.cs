using System.Buffers;

namespace Consent.AspNetCore;

// How bytes pass: in pieces, so that memory stays bounded whatever the application writes at once.
internal sealed partial class GateBody
{
    private const int PieceSize = 16 * 1024;
    private bool _hasBytes;

    /// <summary>Sends on what waits in the response's pipe.</summary>
    internal async ValueTask SendPendingAsync(CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> pending = Run.Pending;
        ReadOnlyMemory<byte> bytes = pending.WrittenMemory;
        if (IsGating())
        {
            await GateAsync(bytes, cancellationToken);
        }
        else
        {
            await inner.Stream.WriteAsync(bytes, cancellationToken);
        }

        pending.ResetWrittenCount();
    }

    /// <summary>The gate failed, or its output was lost: the rest would no longer fit what has left.</summary>
    internal void Break()
    {
        _mode = Mode.Closed;
        if (feature.Context.Response.HasStarted)
        {
            feature.Context.Abort();
        }
    }

    private async ValueTask GateAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsUtf16(bytes.Span))
        {
            await inner.Stream.WriteAsync(bytes, cancellationToken);
            return;
        }

        do
        {
            int length = Math.Min(bytes.Length, PieceSize);
            Pass(bytes.Span[..length]);
            bytes = bytes[length..];
            await SendAsync(cancellationToken);
        }
        while (!bytes.IsEmpty);
    }

    private void Gate(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            inner.Stream.Write(bytes);
            return;
        }

        do
        {
            int length = Math.Min(bytes.Length, PieceSize);
            Pass(bytes[..length]);
            bytes = bytes[length..];
            Send();
        }
        while (!bytes.IsEmpty);
    }

    private bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        bool isUtf16 = !_hasBytes && HtmlResponse.StartsAsUtf16(bytes);
        _hasBytes |= !bytes.IsEmpty;
        if (isUtf16)
        {
            HtmlGateLog.Charset(feature);
            _mode = Mode.Straight;
        }

        return isUtf16;
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Run.Write(bytes);
        }
        catch (Exception e)
        {
            HtmlGateLog.Failed(feature, e);
            Break();
            throw;
        }
    }

    private void Complete()
    {
        try
        {
            Run.Complete();
        }
        catch (Exception e)
        {
            HtmlGateLog.Failed(feature, e);
            Break();
            throw;
        }
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> output = Run.Output;
        if (output.WrittenCount > 0)
        {
            try
            {
                await inner.Stream.WriteAsync(output.WrittenMemory, cancellationToken);
            }
            catch
            {
                Break();
                throw;
            }

            output.ResetWrittenCount();
        }
    }

    private void Send()
    {
        ArrayBufferWriter<byte> output = Run.Output;
        if (output.WrittenCount > 0)
        {
            try
            {
                inner.Stream.Write(output.WrittenSpan);
            }
            catch
            {
                Break();
                throw;
            }

            output.ResetWrittenCount();
        }
    }
}
