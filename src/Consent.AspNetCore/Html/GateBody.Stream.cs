namespace Consent.AspNetCore;

// The body as a stream. Every way to write is overridden: what Stream does by itself may go another way round.
internal sealed partial class GateBody : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        HasPending ? WriteBehindPendingAsync(buffer, cancellationToken)
        : IsGating() ? GateAsync(buffer, cancellationToken)
        : inner.Stream.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        SendPending();
        if (IsGating())
        {
            Gate(buffer);
        }
        else
        {
            inner.Stream.Write(buffer);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(WriteAsync(buffer, offset, count, CancellationToken.None), callback, state);

    public override void EndWrite(IAsyncResult asyncResult) => TaskToAsyncResult.End(asyncResult);

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        // Before the first byte a flush sends the headers, so this is the last moment to change them.
        _ = IsGating();
        return HasPending ? FlushPendingAsync(cancellationToken) : inner.Stream.FlushAsync(cancellationToken);
    }

    public override void Flush()
    {
        _ = IsGating();
        SendPending();
        inner.Stream.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask WriteBehindPendingAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        await SendPendingAsync(cancellationToken);
        await WriteAsync(buffer, cancellationToken);
    }

    private async Task FlushPendingAsync(CancellationToken cancellationToken)
    {
        await SendPendingAsync(cancellationToken);
        await inner.Stream.FlushAsync(cancellationToken);
    }

    private void SendPending()
    {
        if (HasPending)
        {
            ReadOnlySpan<byte> pending = Run.Pending.WrittenSpan;
            if (IsGating())
            {
                Gate(pending);
            }
            else
            {
                inner.Stream.Write(pending);
            }

            Run.Pending.ResetWrittenCount();
        }
    }
}
