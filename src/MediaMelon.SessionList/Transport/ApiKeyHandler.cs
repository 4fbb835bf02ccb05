namespace MediaMelon.SessionList.Transport;

/// <summary>Puts the key on each attempt, and takes it off again: no other handler ever sees it.</summary>
internal sealed class ApiKeyHandler(ApiKeySource keys) : DelegatingHandler
{
    private const string HeaderName = "X-API-Key";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(cancellationToken).ConfigureAwait(false);

        // Removed first: the same request comes by with every attempt, and an added header would pile up.
        request.Headers.Remove(HeaderName);
        request.Headers.TryAddWithoutValidation(HeaderName, key);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            (response.Content as BufferedBody)?.Conceal(key);
            return response;
        }
        finally
        {
            request.Headers.Remove(HeaderName);
        }
    }
}
