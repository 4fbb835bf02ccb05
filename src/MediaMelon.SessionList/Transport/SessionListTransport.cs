using System.Net;
using System.Text.Json;
using Refit;

namespace MediaMelon.SessionList.Transport;

/// <summary>Asks the service for one page, and answers with a page or one of our exceptions.</summary>
internal sealed class SessionListTransport(Func<HttpClient> createClient, SessionListClientOptions options, TimeProvider clock)
{
    private readonly RefitSettings _settings = new()
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,

        // Refit's own exception would hold the request, and with it the query.
        TransportExceptionFactory = (_, failure, _) => failure,
    };

    private IPageDecoder _decoder = new PageDecoders();

    /// <summary>The same transport, with another way to decode its answers.</summary>
    public SessionListTransport DecodingBy(IPageDecoder decoder)
    {
        var copy = (SessionListTransport)MemberwiseClone();
        copy._decoder = decoder;
        return copy;
    }

    public async Task<PageAnswer> GetPageAsync(SessionQuery query, int limit, long offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var call = new PageCall(query, limit, offset, _decoder, clock.GetTimestamp());
        using var response = await AskAsync(call, cancellationToken).ConfigureAwait(false);
        if (Failures.OfStatus(response, clock) is { } refusal)
            throw refusal;

        var answer = await DecodeAsync(response, cancellationToken).ConfigureAwait(false);
        return answer with { Attempts = call.Attempts, ThrottledAttempts = call.ThrottledAttempts };
    }

    private async Task<HttpResponseMessage> AskAsync(PageCall call, CancellationToken cancellationToken)
    {
        try
        {
            // A client for each page: the factory behind it renews the connections.
            var api = RestService.ForGenerated<ISessionListApi>(createClient(), _settings);
            var response = await api.GetPageAsync(options.CustomerId, call, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested(); // a response whose body was not awaited to its end
            return response;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whatever came of it: a failure that comes with the caller's cancellation is news to nobody.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (CredentialFailure failure)
        {
            failure.Cause.Throw();
            throw;
        }
        catch (OperationCanceledException failure)
        {
            _ = createClient(); // throws if the client was disposed meanwhile, which cancels as well
            throw Failures.InnerTimeout(failure);
        }
        catch (Exception failure) when (Failures.OfTransport(failure, options.TotalTimeout) is { } ours)
        {
            throw ours;
        }
    }

    private async ValueTask<PageAnswer> DecodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (response.Content is BufferedBody body)
                return body.Decode(_decoder);

            // Another body than ours was put there by a handler of the user's.
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            using var page = _decoder.Begin();
            return page.Finish(bytes);
        }
        catch (JsonException failure)
        {
            throw Failures.OfDecoding(response, failure);
        }
    }
}
