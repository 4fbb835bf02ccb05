namespace SessionExplorer.Sources;

/// <summary>Records the progress of each attempt. It runs inside the client's retries and has no access to the key.</summary>
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
