using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Tests.Http;

/// <summary>What the tests over sockets cannot bring about at will; SocketsHttpHandler repeats after an IOException alone.</summary>
public sealed class NonRetryingStreamTests
{
    [Fact]
    public async Task A_write_that_fails_is_no_reason_to_send_again()
    {
        using var connection = new NonRetryingStream(new Broken());

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => connection.WriteAsync(new byte[1], TestContext.Current.CancellationToken).AsTask());

        Assert.IsType<IOException>(failure.InnerException);
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The pipe is broken.");
    }
}
