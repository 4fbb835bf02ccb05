using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>Answers of a service, good and bad.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    /// <summary>The rows that the request asks for, of these.</summary>
    public static Answer Page(IReadOnlyList<string> rows) => exchange =>
        Ok(TestValues.Envelope(rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit)))(exchange);

    public static Answer Ok(string body, string contentType = Json) => Ok(Encoding.UTF8.GetBytes(body), contentType);

    public static Answer Ok(byte[] body, string contentType = Json, params string[] headers) =>
        Status(HttpStatusCode.OK, body, [$"Content-Type: {contentType}", .. headers]);

    public static Answer Status(int status, string body = "", params string[] headers) =>
        Status((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), headers);

    public static Answer Html(int status, string body = TestValues.Html) => Status(status, body, "Content-Type: text/html; charset=utf-8");

    public static Answer RetryAfter(int status, string retryAfter) => Status(status, "", $"Retry-After: {retryAfter}");

    public static Answer Redirect(Uri target, int status = 302) => Status(status, "", $"Location: {target}");

    /// <summary>What is sent as it is, and the connection closed behind it.</summary>
    public static Answer Raw(string text) => async exchange =>
    {
        await exchange.WriteAsync(text);
        exchange.Close();
    };

    public static Answer ResetBeforeHeaders() => exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    public static Answer CloseBeforeHeaders() => exchange =>
    {
        exchange.Close();
        return Task.CompletedTask;
    };

    /// <summary>Half of a good answer.</summary>
    public static Answer ResetInBody() => async exchange =>
    {
        await WriteHalfAsync(exchange);
        exchange.Reset();
    };

    public static Answer CloseInBody() => async exchange =>
    {
        await WriteHalfAsync(exchange);
        exchange.Close();
    };

    /// <summary>Half of a page whose end nothing but the end of the connection shows.</summary>
    public static Answer CloseDelimitedHalf(string version = "1.1", string headers = "") => exchange =>
    {
        var body = TestValues.Envelope(TestValues.Rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit));
        return Raw($"HTTP/{version} 200 OK\r\nContent-Type: {Json}\r\n{headers}\r\n{body[..(body.Length / 2)]}")(exchange);
    };

    public static Answer Silence() => async exchange =>
    {
        exchange.Clock.Silence();
        await exchange.UntilGoneAsync();
    };

    public static Answer HeadersThenSilence(int status = 200) => async exchange =>
    {
        await exchange.WriteAsync(Head((HttpStatusCode)status, [$"Content-Type: {Json}", "Content-Length: 1000"]));
        exchange.Clock.Silence();
        await exchange.UntilGoneAsync();
    };

    /// <summary>A body that comes a byte each second, for as long as an attempt may take by default; it moves the clock itself.</summary>
    public static Answer OneByteASecond() => async exchange =>
    {
        await exchange.WriteAsync(Head(HttpStatusCode.OK, [$"Content-Type: {Json}", "Content-Length: 1000"]));
        for (var second = 0; second < 30; second++)
        {
            await exchange.WriteAsync(" ");
            exchange.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await exchange.UntilGoneAsync();
    };

    public static byte[] Gzip(byte[] body) => Compress(body, stream => new GZipStream(stream, CompressionLevel.Optimal));

    public static byte[] Deflate(byte[] body) => Compress(body, stream => new ZLibStream(stream, CompressionLevel.Optimal));

    public static byte[] Brotli(byte[] body) => Compress(body, stream => new BrotliStream(stream, CompressionLevel.Optimal));

    /// <summary>Blanks that are as good as nothing when compressed.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < megabytes; i++)
                gzip.Write(blanks);
        }

        return compressed.ToArray();
    }

    private static Answer Status(HttpStatusCode status, byte[] body, IEnumerable<string> headers) => async exchange =>
    {
        string[] length = [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")];
        await exchange.WriteAsync(Encoding.UTF8.GetBytes(Head(status, headers.Concat(length))).Concat(body).ToArray());
    };

    private static string Head(HttpStatusCode status, IEnumerable<string> headers) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} Status\r\n")
        + string.Concat(headers.Select(header => $"{header}\r\n"))
        + "\r\n";

    private static async Task WriteHalfAsync(Exchange exchange)
    {
        var body = TestValues.Envelope(TestValues.Rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit));
        await exchange.WriteAsync(Head(HttpStatusCode.OK, [$"Content-Type: {Json}", $"Content-Length: {body.Length}"]) + body[..(body.Length / 2)]);
    }

    private static byte[] Compress(byte[] body, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(body);

        return compressed.ToArray();
    }
}
