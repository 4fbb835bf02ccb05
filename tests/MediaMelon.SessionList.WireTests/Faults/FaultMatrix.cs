using System.Globalization;
using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Faults;

/// <summary>Every way that the service, a proxy or the network misbehaves, and what the client makes of it. docs/errors.md shows it.</summary>
internal static class FaultMatrix
{
    private const string Api = nameof(SessionListApiException);
    private const string Response = nameof(SessionListResponseException);
    private const string Connection = nameof(SessionListConnectionException);
    private const string Message = """{"message":"no"}""";

    /// <summary>Another host, to which nobody may come.</summary>
    public static readonly Uri Elsewhere = new("http://127.0.0.1:9/elsewhere");

    private static readonly byte[] BombBody = Answers.Bomb(megabytes: 80);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("400", Answers.Status(400, Message), Api, "StatusCode 400, Body", 1),
        new("401", Answers.Status(401, Message), Api, "StatusCode 401, IsAccessDenied, Body", 1),
        new("403", Answers.Status(403, Message), Api, "StatusCode 403, IsAccessDenied, Body", 1),
        new("404", Answers.Status(404, Message), Api, "StatusCode 404, Body", 1),
        new("408", Answers.Status(408), Api, "StatusCode 408", 4),
        new("413", Answers.Html(413), Api, "StatusCode 413, Body", 1),
        new("429", Answers.Status(429, Message), Api, "StatusCode 429, IsThrottled, Body", null),
        new("429 with Retry-After: 2", Answers.RetryAfter(429, "2"), Api, "StatusCode 429, IsThrottled, RetryAfter 2 s", null),
        new("429 with Retry-After: 3600", Answers.RetryAfter(429, "3600"), Api, "StatusCode 429, IsThrottled, RetryAfter 3600 s", 1),
        new("500", Answers.Status(500, Message), Api, "StatusCode 500, Body", 4),
        new("502 with HTML", Answers.Html(502), Api, "StatusCode 502, Body", 4),
        new("503", Answers.Status(503), Api, "StatusCode 503", 4),
        new("504", Answers.Status(504), Api, "StatusCode 504", 4),
        new("302 to another host", Answers.Redirect(Elsewhere), Api, "StatusCode 302", 1),
        new("304", Answers.Status(304), Api, "StatusCode 304", 1),
        new("407", Answers.Html(407), Api, "StatusCode 407, Body", 1),
        new("999", Answers.Html(999), Api, "StatusCode 999, Body", 1),
        new("a reset before the headers", Answers.ResetBeforeHeaders(), Connection, "not IsTimeout", 4),
        new("a reset in mid-body", Answers.ResetInBody(), Connection, "not IsTimeout", 4),
        new("half of a body without a length", Answers.CloseDelimitedHalf(), Connection, "not IsTimeout", 4),
        new("something else than HTTP", Answers.Raw("220 mail.example.com ESMTP\r\n"), Connection, "not IsTimeout", 4),
        new("no answer", Answers.Silence(), Connection, "IsTimeout", 4),
        new("headers, then silence", Answers.HeadersThenSilence(), Connection, "IsTimeout", 4),
        new("one byte a second", Answers.OneByteASecond(), Connection, "IsTimeout", 4),
        new("200, empty", Answers.Ok(""), Response, "no Body", 1),
        new("204", Answers.Status(204), Response, "no Body", 1),
        new("200 with `{}`", Answers.Ok("{}"), Response, "Body", 1),
        new("200 with `{\"response\":null}`", Answers.Ok("""{"response":null}"""), Response, "Body", 1),
        new("200 with `[]`", Answers.Ok("[]"), Response, "Body", 1),
        new("200 with rows that are no objects", Answers.Ok("""{"response":[1]}"""), Response, "Body", 1),
        new("200 with HTML", Answers.Html(200), Response, "Body", 1),
        new("200 with truncated JSON", Truncated, Response, "Body", 1),
        new("200 with another content type", exchange => Answers.Ok(PageOf(exchange), "text/plain")(exchange), Fault.ThePage, "", 1),
        new("200 in gzip", Encoded("gzip", Answers.Gzip), Fault.ThePage, "", 1),
        new("200 in Brotli", Encoded("br", Answers.Brotli), Fault.ThePage, "", 1),
        new("200 in an unknown Content-Encoding", Encoded("zstd", body => [0x28, 0xB5, 0x2F, 0xFD, .. body]), Response, "no Body", 1),
        new("200 in ISO-8859-1", Latin1, Fault.ThePage, "", 1),
        new("200 in damaged gzip", Encoded("gzip", Damaged), Response, "no Body", 1),
        new("200 with a gzip bomb", Answers.Ok(BombBody, "application/json", "Content-Encoding: gzip"), Response, "no Body", 1),
        new("200 with a byte order mark", exchange => Answers.Ok("\uFEFF" + PageOf(exchange))(exchange), Fault.ThePage, "", 1),
        new("200 in UTF-16", exchange => Answers.Ok([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(PageOf(exchange))])(exchange), Response, "Body", 1),
    ];

    /// <summary>The table as docs/errors.md holds it.</summary>
    public static string ToMarkdown()
    {
        var table = new StringBuilder()
            .Append("| The service answers | You get | which tells | Requests | ResumeFrom: GetPageAsync | first page | fifth page |\n")
            .Append("|---|---|---|---|---|---|---|\n");
        foreach (var fault in All)
        {
            var resume = fault.IsHarmless ? " | | " : "null | the beginning | after page 4";
            table.Append(FormattableString.Invariant($"| {fault.Name} | {fault.Outcome} | {fault.Properties} | {Requests(fault)} | {resume} |\n"));
        }

        return table.ToString();
    }

    private static string Requests(Fault fault) => fault.Requests?.ToString(CultureInfo.InvariantCulture) ?? "until `TotalTimeout`";

    private static Task Truncated(Exchange exchange)
    {
        var page = PageOf(exchange);
        return Answers.Ok(page[..(page.Length / 2)])(exchange);
    }

    private static Task Latin1(Exchange exchange) =>
        Answers.Ok(Encoding.Latin1.GetBytes(PageOf(exchange)), "application/json; charset=ISO-8859-1")(exchange);

    private static Answer Encoded(string encoding, Func<byte[], byte[]> encode) => exchange =>
        Answers.Ok(encode(Encoding.UTF8.GetBytes(PageOf(exchange))), "application/json", $"Content-Encoding: {encoding}")(exchange);

    private static byte[] Damaged(byte[] body)
    {
        var compressed = Answers.Gzip(body);
        compressed[10] = 0xFF; // a block of no known type
        return compressed;
    }

    private static string PageOf(Exchange exchange) =>
        TestValues.Envelope(TestValues.Rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit));
}
