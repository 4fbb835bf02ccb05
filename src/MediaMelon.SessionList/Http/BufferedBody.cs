using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Http;

/// <summary>A response body in pooled memory, which is returned when the response is disposed.</summary>
internal sealed class BufferedBody : HttpContent
{
    /// <summary>Enough bytes for the 4,096 characters that an exception keeps.</summary>
    private const int MaxExcerptBytes = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;
    private string? _secret;

    /// <summary>Whether the body is JSON whose end is missing.</summary>
    public bool IsTruncated => JsonEnd.IsMissing(Bytes);

    private ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a page. Null if the page is larger than the limit.</summary>
    public static async Task<BufferedBody?> ReadPageAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var body = new BufferedBody();
        if (await body.TryReadAsync(content, limit, cancellationToken).ConfigureAwait(false))
            return body;

        body.Dispose();
        return null;
    }

    /// <summary>Reads as much of a body as an excerpt needs.</summary>
    public static async Task<BufferedBody> ReadBeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BufferedBody();
        await body.TryReadAsync(content, MaxExcerptBytes + 1, cancellationToken).ConfigureAwait(false);
        return body;
    }

    /// <summary>A body that could not be read.</summary>
    public static BufferedBody Unreadable() => new();

    /// <exception cref="JsonException">The response is not a session list. The message gives the reason.</exception>
    public PageResponse Decode(IPageDecoder decoder) => decoder.Decode(Bytes);

    /// <summary>Sets the credential that is masked in excerpts. The service may have echoed it.</summary>
    public void SetSecret(string secret) => _secret = secret;

    /// <summary>The beginning of the body, redacted for an exception. Null if the body is empty.</summary>
    public string? Excerpt(IEnumerable<string> personalTexts)
    {
        if (_length == 0)
            return null;

        var isTruncated = _length > MaxExcerptBytes;
        var text = Decode(isTruncated ? Bytes[..MaxExcerptBytes] : Bytes, isTruncated);
        return Redaction.Redact(text, isTruncated, _secret, personalTexts);
    }

    /// <summary>Redacts another text of the response for an exception.</summary>
    public string Redact(string text, IEnumerable<string> personalTexts) =>
        Redaction.Redact(text, isTruncated: false, _secret, personalTexts);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_bytes, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            BodyReader.Return(_bytes);
            _bytes = [];
            _length = 0;
        }

        base.Dispose(disposing);
    }

    private async Task<bool> TryReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var charset = Charset.Find(content.Headers.ContentType);
        using var reader = new BodyReader(limit);
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            await reader.ReadAsync(stream, content.Headers.ContentLength, cancellationToken).ConfigureAwait(false);

        (_bytes, _length) = reader.Take();
        foreach (var header in content.Headers)
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (charset is not null)
            Transcode(charset);

        return !reader.ExceedsLimit;
    }

    private void Transcode(Encoding charset)
    {
        var text = Charset.ToUtf8(Bytes, charset);
        BodyReader.Return(_bytes);
        _bytes = BodyReader.Rent(text.Length);
        _length = text.Length;
        text.CopyTo(_bytes, 0);
        Headers.ContentType!.CharSet = Encoding.UTF8.WebName;
    }

    // Differs from the decoding of JSON, because secrets are searched for in this text. UTF-16 that is read as UTF-8 contains NUL
    // characters, and invalid UTF-8 loses bytes. In both cases the search would not find the secrets.
    private static string Decode(ReadOnlySpan<byte> bytes, bool isTruncated) => bytes switch
    {
        [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        [not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ when Utf8.IsValid(isTruncated ? WithoutPartialCharacter(bytes) : bytes) => Encoding.UTF8.GetString(bytes),
        _ => Encoding.Latin1.GetString(bytes),
    };

    // An excerpt may end within a character.
    private static ReadOnlySpan<byte> WithoutPartialCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut < Math.Min(4, bytes.Length); cut++)
        {
            if (bytes[^cut] >= 0xC0)
                return bytes[..^cut];
        }

        return bytes;
    }
}
