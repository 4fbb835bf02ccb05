namespace SessionExplorer.Sources;

/// <summary>Notes how far each attempt came. It runs within the client's retries, and sees no key.</summary>
internal sealed class ResponseWatch : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastResponse.Begin();
        var response = await base.SendAsync(request, cancellationToken);
        LastResponse.Arrive(response);
        return response;
    }
}
