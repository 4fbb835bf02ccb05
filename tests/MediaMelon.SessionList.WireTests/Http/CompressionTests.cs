using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class CompressionTests : WireTest
{
    public static TheoryData<string> Encodings => [.. Compressors.Keys];

    private static Dictionary<string, Func<byte[], byte[]>> Compressors { get; } = new()
    {
        ["identity"] = body => body,
        ["gzip"] = TestResponses.Gzip,
        ["deflate"] = TestResponses.Deflate,
        ["br"] = TestResponses.Brotli,
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Listing_with_supported_Content_Encoding_is_decompressed(string encoding)
    {
        Service.DefaultResponse = request => TestResponses.Ok(
            Compressors[encoding](Encoding.UTF8.GetBytes(TestValues.Envelope(TestValues.Rows.Skip(request.Offset).Take(request.Limit)))),
            "application/json",
            $"Content-Encoding: {encoding}");

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task GetPageAsync_with_corrupt_compressed_body_throws_without_retry(string encoding)
    {
        var body = Compressors[encoding](Encoding.UTF8.GetBytes(TestValues.Envelope(TestValues.Rows)));
        body.AsSpan(body.Length / 2).Fill(0x5A);
        Service.Always(TestResponses.Ok(body, "application/json", $"Content-Encoding: {encoding}"));

        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.Null(failure.ResumeFrom);
        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task GetPageAsync_with_truncated_compressed_body_throws_without_retry(string encoding)
    {
        var body = Compressors[encoding](Encoding.UTF8.GetBytes(TestValues.Envelope(TestValues.Rows)));
        Service.Always(TestResponses.Ok(body[..(body.Length / 2)], "application/json", $"Content-Encoding: {encoding}"));

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task GetPageAsync_with_compressed_error_body_decompresses_the_body()
    {
        Service.Next(TestResponses.Raw(""));
        Service.DefaultResponse = _ => async exchange =>
        {
            var body = TestResponses.Gzip("""{"message":"no such metric"}"""u8.ToArray());
            await exchange.WriteAsync($"HTTP/1.1 400 Bad Request\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n");
            await exchange.WriteAsync(body);
        };

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal("""{"message":"no such metric"}""", failure.Body);
    }
}
