using System.Net;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Http;

/// <summary>Reads the body of a response into memory, within the attempt.</summary>
internal sealed class BodyDownload(long maxResponseBytes)
{
    /// <summary>Replaces the content of the response by its body in memory.</summary>
    public async Task<BufferedBody> ReadAsync(HttpResponseMessage response, IPageDecoder? decoder,
        CancellationToken cancellationToken)
    {
        try
        {
            var sent = response.Content;
            var body = response.IsSuccessStatusCode
                ? await ReadPageAsync(response, decoder, cancellationToken).ConfigureAwait(false)
                : await ReadFailureAsync(sent, cancellationToken).ConfigureAwait(false);
            response.Content = body;
            sent.Dispose();
            return body;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<BufferedBody> ReadPageAsync(HttpResponseMessage response, IPageDecoder? decoder,
        CancellationToken cancellationToken)
    {
        var content = response.Content;
        if (content.Headers.ContentLength > maxResponseBytes)
            throw ExceptionMapper.TooLarge(maxResponseBytes);

        var endsWithConnection = EndsWithConnection(response);
        try
        {
            var body = await BufferedBody.ReadPageAsync(content, maxResponseBytes, decoder, cancellationToken)
                .ConfigureAwait(false) ?? throw ExceptionMapper.TooLarge(maxResponseBytes);
            if (!endsWithConnection || !body.EndsTooEarly)
                return body;

            body.Dispose();
            throw BrokeOff();
        }
        catch (InvalidDataException) when (endsWithConnection)
        {
            throw BrokeOff(); // compressed data without its end
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            throw ExceptionMapper.DamagedCompression(failure);
        }
    }

    // The status decides, whatever happens to the body: it may break off, be damaged, or never arrive.
    private static async Task<BufferedBody> ReadFailureAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await BufferedBody.ReadBeginningAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (
            failure is IOException or HttpRequestException or InvalidDataException or InvalidOperationException
                or OperationCanceledException)
        {
            return BufferedBody.Unread();
        }
    }

    // A body without a length and without chunks has no end but that of the connection, which may have broken off.
    private static bool EndsWithConnection(HttpResponseMessage response) =>
        response.Version < HttpVersion.Version20
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        && response.Headers.TransferEncodingChunked != true
        && response.Content.Headers.ContentLength is null
        && (!IsDecompressed(response.Content) || response.Version < HttpVersion.Version11
            || response.Headers.ConnectionClose == true);

    // Decompression removes the length, so its absence alone proves nothing then. The type is not public.
    private static bool IsDecompressed(HttpContent content) =>
        content.GetType().Name.EndsWith("DecompressedContent", StringComparison.Ordinal);

    private static HttpIOException BrokeOff() =>
        new(HttpRequestError.ResponseEnded, "The connection ended before the response was complete.");
}
