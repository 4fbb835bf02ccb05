namespace MediaMelon.SessionList.Transport;

/// <summary>Reads the body within the attempt, so that a body that breaks off is tried again like any other failure.</summary>
internal sealed class BodyHandler(long maxResponseBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await ReadAsync(response, PageCall.Of(request)?.Decoder, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (Failures.IsInvalidHttp(failure))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failures.InvalidHttp();
        }
    }

    private async Task ReadAsync(HttpResponseMessage response, IPageDecoder? decoder, CancellationToken cancellationToken)
    {
        try
        {
            var sent = response.Content;
            response.Content = response.IsSuccessStatusCode
                ? await ReadPageAsync(sent, decoder, cancellationToken).ConfigureAwait(false)
                : await ReadFailureAsync(sent, cancellationToken).ConfigureAwait(false);
            sent.Dispose();
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<BufferedBody> ReadPageAsync(HttpContent content, IPageDecoder? decoder,
        CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxResponseBytes)
            throw Failures.TooLarge(maxResponseBytes);

        try
        {
            return await BufferedBody.ReadPageAsync(content, maxResponseBytes, decoder, cancellationToken).ConfigureAwait(false)
                ?? throw Failures.TooLarge(maxResponseBytes);
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            throw Failures.DamagedCompression(failure);
        }
    }

    // The status is the news; a body that cannot be read does not change it.
    private static async Task<BufferedBody> ReadFailureAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await BufferedBody.ReadBeginningAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (
            failure is IOException or HttpRequestException or InvalidDataException or InvalidOperationException)
        {
            return BufferedBody.Unread();
        }
    }
}
