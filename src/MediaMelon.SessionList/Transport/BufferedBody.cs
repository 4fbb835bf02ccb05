using System.Buffers;
using System.Net;
using System.Text;

namespace MediaMelon.SessionList.Transport;

/// <summary>The body of an answer, read whole into memory that is given back when the answer is disposed.</summary>
internal sealed class BufferedBody : HttpContent
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes;
    private int _length;
    private string? _secret;

    private BufferedBody(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a body up to a limit.</summary>
    /// <returns>The body, and whether more of it was there than the limit allows.</returns>
    public static async Task<(BufferedBody Body, bool IsCut)> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var expected = content.Headers.ContentLength ?? FirstSize;
        var body = new BufferedBody((int)Math.Clamp(expected + 1, 256, Math.Min(limit, Array.MaxLength - 1) + 1));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (await body.FillAsync(stream, cancellationToken).ConfigureAwait(false))
                {
                    if (body._length > limit)
                    {
                        body._length = (int)limit;
                        return (body.WithHeadersOf(content), true);
                    }
                }
            }

            return (body.WithHeadersOf(content), false);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>A body that could not be read.</summary>
    public static BufferedBody Unread() => new(0);

    /// <summary>Names the key that an excerpt must not show, should the service have echoed it.</summary>
    public void Conceal(string secret) => _secret = secret;

    /// <summary>The body as text fit for an exception, uncut; null if there is none.</summary>
    public string? Excerpt(IEnumerable<string> personalTexts) => _length == 0
        ? null
        : Redaction.Of(Encoding.UTF8.GetString(Bytes), _secret, personalTexts);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_bytes, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = 0;
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_length == _bytes.Length)
            Grow();

        var read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
        _length += read;
        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _bytes.Length, Array.MaxLength));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private BufferedBody WithHeadersOf(HttpContent content)
    {
        foreach (var header in content.Headers)
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return this;
    }
}
