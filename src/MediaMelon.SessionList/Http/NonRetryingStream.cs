namespace MediaMelon.SessionList.Http;

/// <summary>A connection that does not let its handler send a request again by itself: an attempt is one request.</summary>
/// <remarks>
/// SocketsHttpHandler repeats a GET up to three times when the connection ends before the first byte of the answer, and cannot be
/// told not to: a service that hangs up would see four requests for each attempt. What decides is the exception's type: after an
/// IOException, and the one that it makes of a stream's end, the handler repeats; after any other it does not.
/// </remarks>
internal sealed class NonRetryingStream(Stream inner) : Stream
{
    private volatile bool _awaitsAnswer;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await GuardAsync(inner.ReadAsync(buffer, cancellationToken)).ConfigureAwait(false);
        if (buffer.IsEmpty)
            return read;

        if (read == 0 && _awaitsAnswer)
            throw NoAnswer(null);

        _awaitsAnswer = false;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _awaitsAnswer = true;
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw NoAnswer(failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();

        base.Dispose(disposing);
    }

    private async ValueTask<int> GuardAsync(ValueTask<int> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (IOException failure) when (_awaitsAnswer)
        {
            throw NoAnswer(failure);
        }
    }

    private static InvalidOperationException NoAnswer(IOException? failure) =>
        new("The connection ended before an answer came.", failure);
}
