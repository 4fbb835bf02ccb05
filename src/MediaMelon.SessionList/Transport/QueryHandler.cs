namespace MediaMelon.SessionList.Transport;

/// <summary>Puts the query into the address, behind HttpClient's back.</summary>
/// <remarks>
/// HttpClient tells the address it is given to event listeners, on .NET 8 with the query, and subscriber ids travel there.
/// </remarks>
internal sealed class QueryHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (PageCall.Of(request) is { } call && request.RequestUri is { } address)
            request.RequestUri = new Uri($"{address.AbsoluteUri}?{call.EscapedQuery}");

        return base.SendAsync(request, cancellationToken);
    }
}
