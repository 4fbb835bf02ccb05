using Duende.IdentityModel.Client;

namespace MediaMelon.SessionList.Tests.Examples;

// begin: token-source
/// <summary>Access tokens of the vendor's identity service: cached, renewed early, with one concurrent renewal.</summary>
public sealed class SmartSightTokens(IHttpClientFactory http, TimeProvider clock, string userName, string password) : IDisposable
{
    private const string Endpoint = "https://identity.mediamelon.com/realms/mediamelon/protocol/openid-connect/token";
    private const string ClientId = "smartsight-backend";

    // An attempt and its retries must not outlive the token.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private volatile Token? _token;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_token is { } cached && IsFresh(cached))
            return cached.Access;

        await _renewal.WaitAsync(cancellationToken);
        try
        {
            if (_token is not { } renewed || !IsFresh(renewed))
                _token = renewed = await RenewAsync(_token?.Refresh, cancellationToken);

            return renewed.Access;
        }
        finally
        {
            _renewal.Release();
        }
    }

    public void Dispose() => _renewal.Dispose();

    private bool IsFresh(Token token) => clock.GetUtcNow() < token.RenewAt;

    private async Task<Token> RenewAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient("identity");
        if (refreshToken is not null)
        {
            var refreshed = await client.RequestRefreshTokenAsync(
                Prepare(new RefreshTokenRequest { RefreshToken = refreshToken }), cancellationToken);
            if (!refreshed.IsError)
                return Read(refreshed);
        }

        // The first token, or the refresh token has expired.
        var response = await client.RequestPasswordTokenAsync(
            Prepare(new PasswordTokenRequest { UserName = userName, Password = password, Scope = "openid" }), cancellationToken);
        return response.IsError
            ? throw new InvalidOperationException($"The identity service provided no token: {response.Error}.")
            : Read(response);
    }

    private static TRequest Prepare<TRequest>(TRequest request)
        where TRequest : ProtocolRequest
    {
        request.Address = Endpoint;
        request.ClientId = ClientId;
        request.ClientCredentialStyle = ClientCredentialStyle.PostBody;
        return request;
    }

    private Token Read(TokenResponse response) =>
        new(response.AccessToken!, response.RefreshToken, clock.GetUtcNow().AddSeconds(response.ExpiresIn) - Early);

    private sealed record Token(string Access, string? Refresh, DateTimeOffset RenewAt);
}
// end: token-source
