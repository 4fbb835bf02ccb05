using System.Net;
using Refit;

namespace MediaMelon.SessionList.Transport;

/// <summary>Asks the service for one page, and answers with a page or one of our exceptions.</summary>
internal sealed class SessionListTransport(Func<HttpClient> createClient, SessionListClientOptions options, TimeProvider clock)
{
    private readonly RefitSettings _settings = new(new PageSerializer())
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        ExceptionFactory = response => ValueTask.FromResult<Exception?>(Failures.OfStatus(response, clock)),
        DeserializationExceptionFactory = (response, failure) => ValueTask.FromResult<Exception?>(Failures.OfDecoding(response, failure)),
        TransportExceptionFactory = (_, failure, _) => Failures.OfTransport(failure, options.TotalTimeout),
    };

    public async Task<PageAnswer> GetPageAsync(SessionQuery query, int limit, long offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var call = new PageCall(query, limit, offset, clock.GetTimestamp());
        try
        {
            // A client for each page: the factory behind it renews the connections.
            var api = RestService.ForGenerated<ISessionListApi>(createClient(), _settings);
            var answer = await api.GetPageAsync(options.CustomerId, call, cancellationToken).ConfigureAwait(false);
            return (answer ?? throw Failures.NoBody()) with { Attempts = call.Attempts, ThrottledAttempts = call.ThrottledAttempts };
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whatever came of it: a failure that comes with the caller's cancellation is news to nobody.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (ApiKeyFailure failure)
        {
            failure.Cause.Throw();
            throw;
        }
        catch (OperationCanceledException failure)
        {
            _ = createClient(); // throws if the client was disposed meanwhile, which cancels as well
            throw Failures.InnerTimeout(failure);
        }
    }
}
