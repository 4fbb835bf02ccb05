using Polly;

namespace MediaMelon.SessionList.Transport;

/// <summary>Sends a page's request until it succeeds or the retry rules say to stop: the place of the pipeline in the chain.</summary>
/// <remarks>
/// The query joins the address here, after HttpClient has seen the request: HttpClient reports the address that it is given to
/// event listeners, on .NET 8 with the query, and a query can contain subscriber ids.
/// </remarks>
internal sealed class ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Not a request of the library: a user's code took the HttpClient by its name.
        if (PageCall.Of(request) is not { } call)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        if (request.RequestUri is { } address)
            request.RequestUri = new Uri($"{address.AbsoluteUri}?{call.EscapedQuery}");

        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(ResiliencePipelines.Call, call);
            return await pipeline
                .ExecuteAsync(SendAttemptAsync, context, (Handler: this, Request: request, Call: call))
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<HttpResponseMessage> SendAttemptAsync(
        ResilienceContext context,
        (ResilienceHandler Handler, HttpRequestMessage Request, PageCall Call) attempt)
    {
        attempt.Call.CountAttempt();
        var response = await attempt.Handler.SendToNextAsync(attempt.Request, context.CancellationToken).ConfigureAwait(false);
        if (RetryRule.IsThrottled(response.StatusCode))
            attempt.Call.CountThrottled();

        return response;
    }

    private Task<HttpResponseMessage> SendToNextAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
