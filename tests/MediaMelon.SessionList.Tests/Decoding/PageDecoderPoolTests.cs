using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Tests.Decoding;

public sealed class PageDecoderPoolTests
{
    /// <summary>Two pages that share a decoder mix their rows.</summary>
    [Fact]
    public void PageDecoderPool_concurrent_pages_do_not_mix_their_rows()
    {
        var decoders = new PageDecoderPool();

        Parallel.For(0, 2000, number =>
        {
            var page = Encoding.UTF8.GetBytes($$"""{"response":[{"sessionid":"{{number}}"},{"sessionid":"{{number}}"}]}""");

            var sessions = decoders.Decode(page).Sessions;

            Assert.Equal([$"{number}", $"{number}"], sessions.Select(session => session.SessionId));
        });
    }

    [Fact]
    public void PageDecoderPool_after_an_invalid_page_decodes_the_next_page()
    {
        var decoders = new PageDecoderPool();

        Assert.ThrowsAny<JsonException>(() => decoders.Decode("""{"response":[{"country":"US"},"""u8));

        Assert.Equal("DE", Assert.Single(decoders.Decode("""{"response":[{"country":"DE"}]}"""u8).Sessions).Country);
    }
}
