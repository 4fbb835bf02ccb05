using System.Text;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Tests.Http;

public sealed class BufferedBodyTests
{
    private const string Page = """{"response":[{"country":"US"}]}""";

    /// <summary>Two responses that share a decoder mix their rows.</summary>
    [Fact]
    public async Task BufferedBody_Dispose_called_twice_returns_the_decoder_once()
    {
        var decoders = new PageDecoderPool();
        var body = await ReadAsync(decoders);

        body.Dispose();
        body.Dispose();

        Assert.NotSame(decoders.Begin(), decoders.Begin());
    }

    [Fact]
    public async Task BufferedBody_keeps_its_decoder_until_Dispose()
    {
        var decoders = new PageDecoderPool();
        using var first = await ReadAsync(decoders);
        using var second = await ReadAsync(decoders);

        Assert.Equal("US", Assert.Single(first.Decode(decoders).Sessions).Country);
        Assert.Equal("US", Assert.Single(second.Decode(decoders).Sessions).Country);
    }

    [Fact]
    public async Task BufferedBody_too_large_returns_the_decoder()
    {
        var decoders = new PageDecoderPool();
        var page = decoders.Begin();
        page.Dispose();

        var body = await BufferedBody.ReadPageAsync(Content(), limit: 10, decoders, TestContext.Current.CancellationToken);

        Assert.Null(body);
        Assert.Same(page, decoders.Begin());
    }

    private static async Task<BufferedBody> ReadAsync(IPageDecoder decoder)
    {
        var body = await BufferedBody.ReadPageAsync(Content(), limit: 1000, decoder, TestContext.Current.CancellationToken);
        return Assert.IsType<BufferedBody>(body);
    }

    private static ByteArrayContent Content() => new(Encoding.UTF8.GetBytes(Page));
}
