using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Tests.Http;

/// <summary>Failures that sockets cannot cause reliably in tests. SocketsHttpHandler retries only after an IOException.</summary>
public sealed class NonRetryingStreamTests
{
    [Fact]
    public async Task NonRetryingStream_failed_write_throws_an_exception_that_is_not_retried()
    {
        using var connection = new NonRetryingStream(new FailingStream());

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => connection.WriteAsync(new byte[1], TestContext.Current.CancellationToken).AsTask());

        Assert.IsType<IOException>(failure.InnerException);
    }

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The pipe is broken.");
    }
}
