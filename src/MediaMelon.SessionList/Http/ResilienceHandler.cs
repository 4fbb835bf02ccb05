using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace MediaMelon.SessionList.Http;

/// <summary>Sends the request of a page until it succeeds, or until the page has no retries or no time left.</summary>
/// <remarks>
/// This handler appends the query to the address. HttpClient reports the address that it receives to event listeners, on .NET 8
/// with the query, and a query can contain subscriber ids.
/// </remarks>
internal sealed class ResilienceHandler(SessionListClientOptions options, TimeProvider clock, ILogger logger, ThrottleGate gate)
    : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _page = ResiliencePipelines.CreateForPage(options, clock, logger);
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt = ResiliencePipelines.CreateForAttempt(options, clock);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Not a request of the library: other code uses the HttpClient by its name.
        if (PageRequestContext.From(request) is not { } call)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        if (request.RequestUri is { } address)
            request.RequestUri = new Uri($"{address.AbsoluteUri}?{call.EscapedQuery}");

        var budget = new PageBudget(call, options, clock, gate);
        while (true)
        {
            budget.StartTime();
            var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
            try
            {
                context.Properties.Set(PageBudget.Key, budget);
                var response = await _page
                    .ExecuteAsync(SendAttemptAsync, context, new Attempt(this, request, budget))
                    .ConfigureAwait(false);
                if (!budget.MayRestartAfterResponse())
                    return response;

                response.Dispose();
            }
            catch (TimeoutRejectedException) when (budget.MayRestartAfterTimeout())
            {
                // The time of the page restarts.
            }
            finally
            {
                ResilienceContextPool.Shared.Return(context);
            }
        }
    }

    private static async ValueTask<HttpResponseMessage> SendAttemptAsync(ResilienceContext context, Attempt attempt)
    {
        var (handler, request, budget) = attempt;
        var number = await budget.EnterAsync(context.CancellationToken).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        try
        {
            response = await handler._attempt
                .ExecuteAsync(
                    static async (inner, state) =>
                        await state.Handler.SendToNextAsync(state.Request, inner.CancellationToken).ConfigureAwait(false),
                    context,
                    attempt)
                .ConfigureAwait(false);
            return response;
        }
        finally
        {
            budget.Leave(number, response);
        }
    }

    private Task<HttpResponseMessage> SendToNextAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private sealed record Attempt(ResilienceHandler Handler, HttpRequestMessage Request, PageBudget Budget);
}
