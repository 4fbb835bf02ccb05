using System.Net;

namespace MediaMelon.SessionList.Http;

/// <summary>Reads the body of a response into memory, within the attempt.</summary>
internal sealed class BodyDownload(long maxResponseBytes)
{
    /// <summary>Replaces the content of the response with its body in memory.</summary>
    public async Task<BufferedBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var sent = response.Content;
            var body = response.IsSuccessStatusCode
                ? await ReadPageAsync(response, cancellationToken).ConfigureAwait(false)
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

    private async Task<BufferedBody> ReadPageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        if (content.Headers.ContentLength > maxResponseBytes)
            throw ExceptionMapper.TooLarge(maxResponseBytes);

        var endsWithConnection = EndsWithConnection(response);
        try
        {
            var body = await BufferedBody.ReadPageAsync(content, maxResponseBytes, cancellationToken).ConfigureAwait(false)
                ?? throw ExceptionMapper.TooLarge(maxResponseBytes);
            if (!endsWithConnection || !body.IsTruncated)
                return body;

            body.Dispose();
            throw ResponseEnded();
        }
        catch (InvalidDataException) when (endsWithConnection)
        {
            throw ResponseEnded(); // compressed data without its end
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            throw ExceptionMapper.DamagedCompression(failure);
        }
    }

    // Only the status matters here, so a failure to read the body is ignored.
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
            return BufferedBody.Unreadable();
        }
    }

    // Without a length and without chunks, only the end of the connection ends the body. It may have ended too early.
    private static bool EndsWithConnection(HttpResponseMessage response) =>
        response.Version < HttpVersion.Version20
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        && response.Headers.TransferEncodingChunked != true
        && response.Content.Headers.ContentLength is null
        && (!IsDecompressed(response.Content) || response.Version < HttpVersion.Version11
            || response.Headers.ConnectionClose == true);

    // Decompression removes the length, so a missing length alone proves nothing. The type is not public.
    private static bool IsDecompressed(HttpContent content) =>
        content.GetType().Name.EndsWith("DecompressedContent", StringComparison.Ordinal);

    private static HttpIOException ResponseEnded() =>
        new(HttpRequestError.ResponseEnded, "The connection ended before the response was complete.");
}
