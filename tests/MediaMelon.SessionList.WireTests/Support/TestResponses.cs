using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>Creates valid and invalid responses of a service.</summary>
internal static class TestResponses
{
    private const string Json = "application/json";

    /// <summary>Returns the rows that match the offset and limit of the request.</summary>
    public static ResponseWriter Page(IReadOnlyList<string> rows) => exchange =>
        Ok(TestValues.Envelope(rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit)))(exchange);

    public static ResponseWriter Ok(string body, string contentType = Json) => Ok(Encoding.UTF8.GetBytes(body), contentType);

    public static ResponseWriter Ok(byte[] body, string contentType = Json, params string[] headers) =>
        Status(HttpStatusCode.OK, body, [$"Content-Type: {contentType}", .. headers]);

    public static ResponseWriter Status(int status, string body = "", params string[] headers) =>
        Status((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), headers);

    public static ResponseWriter Html(int status, string body = TestValues.Html) => Status(status, body, "Content-Type: text/html; charset=utf-8");

    public static ResponseWriter RetryAfter(int status, string retryAfter) => Status(status, "", $"Retry-After: {retryAfter}");

    public static ResponseWriter Redirect(Uri target, int status = 302) => Status(status, "", $"Location: {target}");

    /// <summary>Sends the text unchanged, then closes the connection.</summary>
    public static ResponseWriter Raw(string text) => async exchange =>
    {
        await exchange.WriteAsync(text);
        exchange.Close();
    };

    public static ResponseWriter ResetBeforeHeaders() => exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    public static ResponseWriter CloseBeforeHeaders() => exchange =>
    {
        exchange.Close();
        return Task.CompletedTask;
    };

    /// <summary>Sends half of a valid response, then resets the connection.</summary>
    public static ResponseWriter ResetInBody() => async exchange =>
    {
        await WriteHalfAsync(exchange);
        exchange.Reset();
    };

    public static ResponseWriter CloseInBody() => async exchange =>
    {
        await WriteHalfAsync(exchange);
        exchange.Close();
    };

    /// <summary>Sends half of a page without a length, then closes the connection.</summary>
    public static ResponseWriter CloseDelimitedHalf(string version = "1.1", string headers = "") => exchange =>
    {
        var body = TestValues.Envelope(TestValues.Rows.Skip(exchange.Request.Offset).Take(exchange.Request.Limit));
        return Raw($"HTTP/{version} 200 OK\r\nContent-Type: {Json}\r\n{headers}\r\n{body[..(body.Length / 2)]}")(exchange);
    };

    public static ResponseWriter NoResponse() => async exchange =>
    {
        exchange.Clock.AllowTimeout();
        await exchange.WaitForDisconnectAsync();
    };

    public static ResponseWriter StalledBody(int status = 200) => async exchange =>
    {
        await exchange.WriteAsync(Head((HttpStatusCode)status, [$"Content-Type: {Json}", "Content-Length: 1000"]));
        exchange.Clock.AllowTimeout();
        await exchange.WaitForDisconnectAsync();
    };

    /// <summary>Sends one byte per second for 30 seconds, the default AttemptTimeout. It advances the clock itself.</summary>
    public static ResponseWriter OneBytePerSecond() => async exchange =>
    {
        await exchange.WriteAsync(Head(HttpStatusCode.OK, [$"Content-Type: {Json}", "Content-Length: 1000"]));
        for (var second = 0; second < 30; second++)
        {
            await exchange.WriteAsync(" ");
            exchange.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await exchange.WaitForDisconnectAsync();
    };

    public static byte[] Gzip(byte[] body) => Compress(body, stream => new GZipStream(stream, CompressionLevel.Optimal));

    public static byte[] Deflate(byte[] body) => Compress(body, stream => new ZLibStream(stream, CompressionLevel.Optimal));

    public static byte[] Brotli(byte[] body) => Compress(body, stream => new BrotliStream(stream, CompressionLevel.Optimal));

    /// <summary>Creates a decompression bomb: spaces that compress to a small body.</summary>
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

    private static ResponseWriter Status(HttpStatusCode status, byte[] body, IEnumerable<string> headers) => async exchange =>
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
