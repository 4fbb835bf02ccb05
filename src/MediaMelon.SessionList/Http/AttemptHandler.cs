namespace MediaMelon.SessionList.Http;

/// <summary>Sends one attempt with the credential, and reads its response body within the attempt.</summary>
/// <remarks>
/// No other handler sees the credential, because this handler adds it and removes it again. An incomplete body is retried like
/// any other failure.
/// </remarks>
internal sealed class AttemptHandler(CredentialSource credentials, SessionListClientOptions options) : DelegatingHandler
{
    private readonly Uri _baseAddress = options.BaseAddress;
    private readonly BodyDownload _bodies = new(options.MaxResponseBytes);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var proxy = ProxyAddress.Find(InnerHandler, request.RequestUri);
        CredentialScope.Check(request.RequestUri, _baseAddress, proxy);

        var credential = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        credential.AddTo(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await _bodies.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            body.SetSecret(credential.Secret);
            return response;
        }
        catch (Exception failure) when (ExceptionMapper.IsInvalidHttp(failure))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectionFaults.InvalidHttp(request.RequestUri);
        }
        catch (HttpRequestException failure)
        {
            throw ConnectionFaults.Describe(failure, request.RequestUri, proxy);
        }
        finally
        {
            credential.RemoveFrom(request);
        }
    }
}
