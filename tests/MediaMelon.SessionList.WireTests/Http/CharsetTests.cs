using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

/// <summary>Tests the decoding of responses that declare a character set.</summary>
public sealed class CharsetTests : WireTest
{
    private const string Name = "S\u00e3o M\u00fcnchen \u00e9";

    public static TheoryData<string, string> Declared => new()
    {
        { "ISO-8859-1", "iso-8859-1" }, { "\"latin1\"", "iso-8859-1" }, { "windows-1252", "windows-1252" }, { "utf-16", "utf-16" },
        { "utf-16", "utf-16BE" }, { "UTF-8", "utf-8" }, { "utf8", "utf-8" }, { "us-ascii", "utf-8" }, { "no-such-charset", "utf-8" },
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public async Task GetPageAsync_with_a_declared_charset_reads_the_text(string declared, string used)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(used) ?? Encoding.GetEncoding(used);
        byte[] mark = used.StartsWith("utf-16", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        byte[] body = [.. mark, .. encoding.GetBytes(TestValues.Envelope([$$"""{"sessionid":"{{Name}}","country":"{{Name}}"}"""]))];
        Service.Always(TestResponses.Ok(body, $"application/json; charset={declared}"));

        var session = Assert.Single((await PageAsync(Client())).Sessions);

        Assert.Equal((Name, Name), (session.SessionId, session.Country));
    }

    [Fact]
    public async Task GetPageAsync_with_a_byte_order_mark_of_UTF_8_ignores_the_declared_charset()
    {
        Service.Always(TestResponses.Ok("\uFEFF" + TestValues.Envelope([$$"""{"country":"{{Name}}"}"""]), "application/json; charset=iso-8859-1"));

        Assert.Equal(Name, Assert.Single((await PageAsync(Client())).Sessions).Country);
    }

    [Theory]
    [InlineData("; charset=iso-8859-1")]
    [InlineData("")]
    public async Task GetPageAsync_with_an_error_in_Latin_1_masks_the_filter_value(string charset)
    {
        var query = TestValues.Query.Where(SessionDimensions.SubscriberId.Is(Name));
        Service.Always(exchange => RespondAsync(exchange, $"No such subscriber: {Name}", charset));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(), query));

        Assert.Equal("No such subscriber: ***", failure.Body);
    }

    private static async Task RespondAsync(Exchange exchange, string text, string charset)
    {
        var body = Encoding.Latin1.GetBytes(text);
        await exchange.WriteAsync($"HTTP/1.1 400 Bad\r\nContent-Type: text/plain{charset}\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.WriteAsync(body);
    }
}
