using System.Text.Json;
using MediaMelon.SessionList.Decoding;
using Refit;

namespace MediaMelon.SessionList.Http;

/// <summary>Requests one page. Returns the page, or throws an exception of the library.</summary>
internal sealed class SessionListTransport(Func<HttpClient> createClient, SessionListClientOptions options, TimeProvider clock,
    ThrottleGate gate)
{
    // Refit's own exception would contain the request and therefore the query.
    private static readonly Func<HttpRequestMessage, Exception, CancellationToken, Exception> KeepException =
        (_, failure, _) => failure;

    private RefitSettings? _settings;
    private IPageDecoder _decoder = new PageDecoderPool();

    /// <summary>Limits the attempts of all listings of the client.</summary>
    public ThrottleGate Gate => gate;

    /// <summary>Creates the same transport with another decoder.</summary>
    public SessionListTransport WithDecoder(IPageDecoder decoder)
    {
        var copy = (SessionListTransport)MemberwiseClone();
        copy._decoder = decoder;
        return copy;
    }

    public async Task<PageResponse> GetPageAsync(SessionQuery query, int limit, long offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var call = new PageRequestContext(query, limit, offset);
        using var response = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (ExceptionMapper.FromStatus(response, clock) is { } failure)
            throw failure;

        var page = await DecodeAsync(response, cancellationToken).ConfigureAwait(false);
        return page with { Attempts = call.Attempts };
    }

    private async Task<HttpResponseMessage> SendAsync(PageRequestContext call, CancellationToken cancellationToken)
    {
        try
        {
            // Each page uses a new client, because the factory renews the connections.
            var client = createClient();
            var api = RestService.ForGenerated<ISessionListApi>(client, Settings(client));
            var response = await api.GetPageAsync(options.CustomerId, call, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested(); // the body may be incomplete
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
            _ = createClient(); // throws if the client was disposed, which also cancels requests
            throw ExceptionMapper.InnerTimeout(failure);
        }
        catch (Exception failure) when (ExceptionMapper.FromTransport(failure, options.TotalTimeout) is { } mapped)
        {
            throw mapped;
        }
    }

    // Refit sets the HTTP version of each request. Without this, it would override the version that ConfigureHttpClient set.
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
            return _decoder.Decode(bytes);
        }
        catch (JsonException failure)
        {
            throw ExceptionMapper.FromDecoding(response, failure);
        }
    }
}
