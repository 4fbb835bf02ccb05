using System.Globalization;
using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Faults;

/// <summary>Faults of the service, a proxy or the network, and the result of each. docs/errors.md contains the table.</summary>
internal static class FaultMatrix
{
    private const string Api = nameof(SessionListApiException);
    private const string Response = nameof(SessionListResponseException);
    private const string Connection = nameof(SessionListConnectionException);
    private const string Message = """{"message":"no"}""";

    /// <summary>The address of another host. The client must not send a request to it.</summary>
    public static readonly Uri Elsewhere = new("http://127.0.0.1:9/elsewhere");

    private static readonly byte[] BombBody = TestResponses.Bomb(megabytes: 80);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("400", TestResponses.Status(400, Message), Api, "StatusCode 400, Body", 1),
        new("401", TestResponses.Status(401, Message), Api, "StatusCode 401, IsAccessDenied, Body", 1),
        new("403", TestResponses.Status(403, Message), Api, "StatusCode 403, IsAccessDenied, Body", 1),
        new("404", TestResponses.Status(404, Message), Api, "StatusCode 404, Body", 1),
        new("408", TestResponses.Status(408), Api, "StatusCode 408", 4),
        new("413", TestResponses.Html(413), Api, "StatusCode 413, Body", 1),
        new("429", TestResponses.Status(429, Message), Api, "StatusCode 429, IsThrottled, Body", null),
        new("429 with Retry-After: 2", TestResponses.RetryAfter(429, "2"), Api, "StatusCode 429, IsThrottled, RetryAfter 2 s", null),
        new("429 with Retry-After: 3600", TestResponses.RetryAfter(429, "3600"), Api, "StatusCode 429, IsThrottled, RetryAfter 3600 s", 1),
        new("500", TestResponses.Status(500, Message), Api, "StatusCode 500, Body", 4),
        new("502 with HTML", TestResponses.Html(502), Api, "StatusCode 502, Body", 4),
        new("503", TestResponses.Status(503), Api, "StatusCode 503", 4),
        new("504", TestResponses.Status(504), Api, "StatusCode 504", 4),
        new("302 to another host", TestResponses.Redirect(Elsewhere), Api, "StatusCode 302", 1),
        new("304", TestResponses.Status(304), Api, "StatusCode 304", 1),
        new("407", TestResponses.Html(407), Api, "StatusCode 407, Body", 1),
        new("999", TestResponses.Html(999), Api, "StatusCode 999, Body", 1),
        new("connection reset before the headers", TestResponses.ResetBeforeHeaders(), Connection, "not IsTimeout", 4),
        new("connection reset within the body", TestResponses.ResetInBody(), Connection, "not IsTimeout", 4),
        new("truncated body without a length", TestResponses.CloseDelimitedHalf(), Connection, "not IsTimeout", 4),
        new("response that is not HTTP", TestResponses.Raw("220 mail.example.com ESMTP\r\n"), Connection, "not IsTimeout", 4),
        new("no response", TestResponses.NoResponse(), Connection, "IsTimeout", 4),
        new("headers without a body", TestResponses.StalledBody(), Connection, "IsTimeout", 4),
        new("one byte per second", TestResponses.OneBytePerSecond(), Connection, "IsTimeout", 4),
        new("200 with an empty body", TestResponses.Ok(""), Response, "no Body", 1),
        new("204", TestResponses.Status(204), Response, "no Body", 1),
        new("200 with `{}`", TestResponses.Ok("{}"), Response, "Body", 1),
        new("200 with `{\"response\":null}`", TestResponses.Ok("""{"response":null}"""), Response, "Body", 1),
        new("200 with `[]`", TestResponses.Ok("[]"), Response, "Body", 1),
        new("200 with rows that are not objects", TestResponses.Ok("""{"response":[1]}"""), Response, "Body", 1),
        new("200 with HTML", TestResponses.Html(200), Response, "Body", 1),
        new("200 with truncated JSON", Truncated, Response, "Body", 1),
        new("200 with another content type", exchange => TestResponses.Ok(PageOf(exchange), "text/plain")(exchange), Fault.ThePage, "", 1),
        new("200 compressed with gzip", Encoded("gzip", TestResponses.Gzip), Fault.ThePage, "", 1),
        new("200 compressed with Brotli", Encoded("br", TestResponses.Brotli), Fault.ThePage, "", 1),
        new("200 with an unknown Content-Encoding", Encoded("zstd", body => [0x28, 0xB5, 0x2F, 0xFD, .. body]), Response, "no Body", 1),
        new("200 in ISO-8859-1", Latin1, Fault.ThePage, "", 1),
        new("200 with corrupt gzip data", Encoded("gzip", Corrupt), Response, "no Body", 1),
        new("200 with a gzip bomb", TestResponses.Ok(BombBody, "application/json", "Content-Encoding: gzip"), Response, "no Body", 1),
        new("200 with a byte order mark", exchange => TestResponses.Ok("\uFEFF" + PageOf(exchange))(exchange), Fault.ThePage, "", 1),
        new("200 in UTF-16", exchange => TestResponses.Ok([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(PageOf(exchange))])(exchange), Response, "Body", 1),
    ];

    /// <summary>Formats the table for docs/errors.md.</summary>
    public static string ToMarkdown()
    {
        var table = new StringBuilder()
            .Append("| Response or failure | Result | Exception properties | Requests | ResumeFrom: GetPageAsync | first page | fifth page |\n")
            .Append("|---|---|---|---|---|---|---|\n");
        foreach (var fault in All)
        {
            var resume = fault.IsHarmless ? " | | " : "null | start of the listing | after page 4";
            table.Append(FormattableString.Invariant($"| {fault.Name} | {fault.Outcome} | {fault.Properties} | {Requests(fault)} | {resume} |\n"));
        }

        return table.ToString();
    }

    private static string Requests(Fault fault) => fault.Requests?.ToString(CultureInfo.InvariantCulture) ?? "until `TotalTimeout`";

    private static Task Truncated(Exchange exchange)
    {
        var page = PageOf(exchange);
        return TestResponses.Ok(page[..(page.Length / 2)])(exchange);
    }

    private static Task Latin1(Exchange exchange) =>
        TestResponses.Ok(Encoding.Latin1.GetBytes(PageOf(exchange)), "application/json; charset=ISO-8859-1")(exchange);

    private static ResponseWriter Encoded(string encoding, Func<byte[], byte[]> encode) => exchange =>
        TestResponses.Ok(encode(Encoding.UTF8.GetBytes(PageOf(exchange))), "application/json", $"Content-Encoding: {encoding}")(exchange);

    private static byte[] Corrupt(byte[] body)
    {
        var compressed = TestResponses.Gzip(body);
        compressed[10] = 0xFF; // an invalid block type
        return compressed;
    }

    private static string PageOf(Exchange exchange) =>
        TestValues.Envelope(TestValues.Rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit));
}
