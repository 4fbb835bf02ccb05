using System.Collections.Concurrent;
using System.Net;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The snippets of docs/authentication.md, run against a fake identity service.</summary>
public sealed class AuthenticationExamples : IAsyncDisposable
{
    private static readonly SessionQuery Query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)));

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 4, 10, 12, 0, 0, TimeSpan.Zero));
    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(10, Query.Period));
    private readonly IdentityService _identity;
    private readonly ServiceProvider _provider;

    public AuthenticationExamples()
    {
        _identity = new IdentityService(_clock);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        const string userName = "ops@example.com";
        const string password = "pass word";
        const long customerId = 199493832;

        // begin: token-registration
        services.AddHttpClient("identity");
        services.AddSingleton(provider => new SmartSightTokens(
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>(), userName, password));

        services.AddSessionListClient();
        services.AddOptions<SessionListClientOptions>().Configure<SmartSightTokens>((options, tokens) =>
        {
            options.CustomerId = customerId;
            options.AccessTokenProvider = tokens.GetAsync;
        });
        // end: token-registration

        services.AddHttpClient("identity").ConfigurePrimaryHttpMessageHandler(() => _identity);
        services.AddSessionListClient().ConfigurePrimaryHttpMessageHandler(
            () => new Gate(_identity, _emulator) { InnerHandler = _emulator.CreateHandler() });
        _provider = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _identity.Dispose();
    }

    [Fact]
    public async Task SmartSightTokens_with_fresh_token_requests_no_new_token()
    {
        await ReadAsync();
        _clock.Advance(TimeSpan.FromMinutes(12));
        await ReadAsync();

        Assert.Equal(["password"], _identity.Grants);
        Assert.Equal("client_id=smartsight-backend grant_type=password password=pass word scope=openid username=ops@example.com", _identity.Forms.First());
    }

    [Fact]
    public async Task SmartSightTokens_with_token_near_expiry_uses_the_refresh_token()
    {
        await ReadAsync();
        _clock.Advance(TimeSpan.FromMinutes(14));
        await ReadAsync();

        Assert.Equal(["password", "refresh_token"], _identity.Grants);
    }

    [Fact]
    public async Task SmartSightTokens_with_expired_refresh_token_signs_in_again()
    {
        await ReadAsync();
        _clock.Advance(TimeSpan.FromMinutes(31));
        await ReadAsync();

        Assert.Equal(["password", "refresh_token", "password"], _identity.Grants);
    }

    [Fact]
    public async Task SmartSightTokens_with_concurrent_listings_renews_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReadAsync()));

        Assert.Equal(["password"], _identity.Grants);
    }

    [Fact]
    public async Task SmartSightTokens_with_wrong_password_throws_and_sends_no_request_to_the_service()
    {
        _identity.Accepts = false;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);

        Assert.Equal("The identity service provided no token: invalid_grant.", failure.Message);
        Assert.Empty(_emulator.Requests);
    }

    [Fact]
    public async Task Keyed_client_reads_its_key_and_a_rotated_key_from_a_vault()
    {
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(10, Query.Period)) { ApiKey = "key-2" };
        var store = new Vault();
        var services = new ServiceCollection().AddSingleton<IVault>(store);

        // begin: vault
        services.AddKeyedSessionListClient("news", options => options.CustomerId = 1001);
        services.AddOptions<SessionListClientOptions>("news").Configure<IVault>((options, vault) =>
            options.ApiKeyProvider = cancellationToken => vault.ReadAsync("mediamelon-news", cancellationToken));
        // end: vault

        services.AddKeyedSessionListClient("news", options => options.CustomerId = emulator.CustomerId)
            .ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ISessionListClient>("news");

        Assert.True((await Assert.ThrowsAsync<SessionListApiException>(() => client.GetPageAsync(Query))).IsAccessDenied);
        store.Key = "key-2";

        Assert.NotEmpty((await client.GetPageAsync(Query)).Sessions);
    }

    private Task<SessionPage> ReadAsync() => _provider.GetRequiredService<ISessionListClient>().GetPageAsync(Query);

    private interface IVault
    {
        ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken);
    }

    private sealed class Vault : IVault
    {
        public string Key { get; set; } = "key-1";

        public ValueTask<string> ReadAsync(string name, CancellationToken cancellationToken) => new(Key);
    }

    /// <summary>Checks the token and adds the API key that the emulator requires.</summary>
    private sealed class Gate(IdentityService identity, SessionListEmulator emulator) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.False(request.Headers.Contains("X-API-Key"));
            if (request.Headers.Authorization is not { Scheme: "Bearer", Parameter: { } token } || !identity.IsValid(token))
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized));

            request.Headers.Add("X-API-Key", emulator.ApiKey);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Issues access tokens for 900 s and refresh tokens for 1800 s, as documented by the vendor.</summary>
    private sealed class IdentityService(TimeProvider clock) : HttpMessageHandler
    {
        private readonly ConcurrentDictionary<string, DateTimeOffset> _validUntil = new();

        public bool Accepts { get; set; } = true;

        public ConcurrentQueue<string> Grants { get; } = new();

        public ConcurrentQueue<string> Forms { get; } = new();

        public bool IsValid(string token) => _validUntil.TryGetValue(token, out var end) && clock.GetUtcNow() < end;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://identity.mediamelon.com/realms/mediamelon/protocol/openid-connect/token", request.RequestUri!.AbsoluteUri);
            var fields = (await request.Content!.ReadAsStringAsync(cancellationToken)).Split('&')
                .Select(field => field.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
            Forms.Enqueue(string.Join(' ', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")));
            Grants.Enqueue(fields["grant_type"]);
            await Task.Yield();

            var isAccepted = fields["grant_type"] == "password" ? Accepts : IsValid(fields["refresh_token"]);
            var number = Grants.Count;
            _validUntil[$"access-{number}"] = clock.GetUtcNow().AddSeconds(900);
            _validUntil[$"refresh-{number}"] = clock.GetUtcNow().AddSeconds(1800);
            var json = isAccepted
                ? $$"""{"access_token":"access-{{number}}","expires_in":900,"refresh_expires_in":1800,"refresh_token":"refresh-{{number}}","token_type":"Bearer"}"""
                : """{"error":"invalid_grant"}""";
            return new HttpResponseMessage(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest)
            {
                Content = new StringContent(json, null, "application/json"),
                RequestMessage = request,
            };
        }
    }
}
