using System.Text.Json;
using MediaMelon.SessionList.Decoding;
using Refit;

namespace MediaMelon.SessionList.Http;

/// <summary>Requests one page, and returns it or throws one of the library's exceptions.</summary>
internal sealed class SessionListTransport(Func<HttpClient> createClient, SessionListClientOptions options, TimeProvider clock,
    ThrottleGate gate)
{
    // Refit's own exception would hold the request, and with it the query.
    private static readonly Func<HttpRequestMessage, Exception, CancellationToken, Exception> KeepException =
        (_, failure, _) => failure;

    private RefitSettings? _settings;
    private IPageDecoder _decoder = new PageDecoderPool();

    /// <summary>Limits the attempts of all listings of the client.</summary>
    public ThrottleGate Gate => gate;

    /// <summary>Creates the same transport with another decoder.</summary>
    public SessionListTransport DecodingBy(IPageDecoder decoder)
    {
        var copy = (SessionListTransport)MemberwiseClone();
        copy._decoder = decoder;
        return copy;
    }

    public async Task<PageResponse> GetPageAsync(SessionQuery query, int limit, long offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var call = new PageRequestContext(query, limit, offset, _decoder);
        using var response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (ExceptionMapper.FromStatus(response, clock) is { } refusal)
            throw refusal;

        var answer = await DecodeAsync(response, cancellationToken).ConfigureAwait(false);
        return answer with { Attempts = call.Attempts };
    }

    private async Task<HttpResponseMessage> SendAsync(PageRequestContext call, CancellationToken cancellationToken)
    {
        try
        {
            // A client for each page: the factory behind it renews the connections.
            var client = createClient();
            var api = RestService.ForGenerated<ISessionListApi>(client, Settings(client));
            var response = await api.GetPageAsync(options.CustomerId, call, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested(); // a response whose body was not awaited to its end
            return response;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // If the caller cancelled, other exceptions do not matter.
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
            throw ExceptionMapper.InnerTimeout(failure);
        }
        catch (Exception failure) when (ExceptionMapper.FromTransport(failure, options.TotalTimeout) is { } ours)
        {
            throw ours;
        }
    }

    // Refit sets the version of each request, and would overrule what ConfigureHttpClient set on the client.
    private RefitSettings Settings(HttpClient client)
    {
        if (_settings is { } settings
            && settings.Version == client.DefaultRequestVersion && settings.VersionPolicy == client.DefaultVersionPolicy)
            return settings;

        return _settings = new()
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
            TransportExceptionFactory = KeepException,
        };
    }

    private async ValueTask<PageResponse> DecodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (response.Content is BufferedBody body)
                return body.Decode(_decoder);

            // A custom handler replaced the body.
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            using var page = _decoder.Begin();
            return page.Finish(bytes);
        }
        catch (JsonException failure)
        {
            throw ExceptionMapper.OfDecoding(response, failure);
        }
    }
}
