namespace MediaMelon.SessionList.Transport;

/// <summary>Sends one attempt with the key, and reads its response body within the attempt.</summary>
/// <remarks>
/// No other handler sees the key: it is added here, and removed again. A body that breaks off is retried like any other failure.
/// </remarks>
internal sealed class AttemptHandler(ApiKeySource keys, long maxResponseBytes) : DelegatingHandler
{
    private const string HeaderName = "X-API-Key";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(cancellationToken).ConfigureAwait(false);

        // Removed first: the same request is sent with every attempt, and added headers would accumulate.
        request.Headers.Remove(HeaderName);
        request.Headers.TryAddWithoutValidation(HeaderName, key);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await ReadAsync(response, PageCall.Of(request)?.Decoder, cancellationToken).ConfigureAwait(false);
            body.Conceal(key);
            return response;
        }
        catch (Exception failure) when (Failures.IsInvalidHttp(failure))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failures.InvalidHttp();
        }
        finally
        {
            request.Headers.Remove(HeaderName);
        }
    }

    private async Task<BufferedBody> ReadAsync(HttpResponseMessage response, IPageDecoder? decoder,
        CancellationToken cancellationToken)
    {
        try
        {
            var sent = response.Content;
            var body = response.IsSuccessStatusCode
                ? await ReadPageAsync(sent, decoder, cancellationToken).ConfigureAwait(false)
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

    // The status decides, whatever happens to the body.
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
