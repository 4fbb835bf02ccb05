namespace MediaMelon.SessionList.Http;

/// <summary>A connection stream that prevents the retries of SocketsHttpHandler, so that an attempt sends one request.</summary>
/// <remarks>
/// SocketsHttpHandler repeats a GET up to three times if the connection ends before the first byte of the response. No setting
/// disables this, so such a service would receive four requests for each attempt. The handler repeats the request after an
/// IOException and after the end of the stream, but not after other exceptions. Therefore this stream throws another exception.
/// </remarks>
internal sealed class NonRetryingStream(Stream inner) : Stream
{
    private volatile bool _awaitsResponse;

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

        if (read == 0 && _awaitsResponse)
            throw NoResponse(null);

        _awaitsResponse = false;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _awaitsResponse = true;
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw NoResponse(failure);
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
        catch (IOException failure) when (_awaitsResponse)
        {
            throw NoResponse(failure);
        }
    }

    private static InvalidOperationException NoResponse(IOException? failure) =>
        new("The connection ended before a response was received.", failure);
}
