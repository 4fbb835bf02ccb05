using System.Text;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;

namespace MediaMelon.SessionList.Tests.Http;

public sealed class BufferedBodyTests
{
    private const string Page = """{"response":[{"country":"US"}]}""";

    [Fact]
    public async Task BufferedBody_decodes_the_body_that_was_read()
    {
        using var body = await ReadAsync(limit: Page.Length);

        Assert.Equal("US", Assert.Single(body!.Decode(new PageDecoderPool()).Sessions).Country);
    }

    [Fact]
    public async Task BufferedBody_larger_than_the_limit_is_null() => Assert.Null(await ReadAsync(limit: Page.Length - 1));

    private static Task<BufferedBody?> ReadAsync(long limit) => BufferedBody.ReadPageAsync(
        new ByteArrayContent(Encoding.UTF8.GetBytes(Page)), limit, TestContext.Current.CancellationToken);
}
