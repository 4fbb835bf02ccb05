namespace MediaMelon.SessionList.Transport;

/// <summary>A connection that does not let its handler send a request again before an answer has ever come over it.</summary>
/// <remarks>
/// SocketsHttpHandler repeats a GET up to three times when the connection ends before the first byte of the answer, and cannot be told
/// not to: a service that hangs up would see four requests for each attempt. Where an answer came before, the repetition stays: there
/// it saves requests from connections that the service closed while they lay idle. What decides is the exception's type: after an
/// IOException, and the one that it makes of a stream's end, the handler repeats; after any other it does not.
/// </remarks>
internal sealed class FreshConnection(Stream inner) : Stream
{
    private bool _hasAnswered;

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
        if (_hasAnswered)
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

        var read = await ReadFirstAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read == 0 && buffer.Length > 0)
            throw NoAnswer(null);

        _hasAnswered = read > 0;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure) when (!_hasAnswered)
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

    private async ValueTask<int> ReadFirstAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw NoAnswer(failure);
        }
    }

    private static InvalidOperationException NoAnswer(IOException? failure) =>
        new("The connection ended before anything came over it.", failure);
}
