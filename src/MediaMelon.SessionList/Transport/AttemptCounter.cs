using System.Net;

namespace MediaMelon.SessionList.Transport;

/// <summary>Counts the attempts of a page, and the service's requests for fewer.</summary>
internal sealed class AttemptCounter : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = PageCall.Of(request);
        call?.CountAttempt();

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            call?.CountThrottled();

        return response;
    }
}
