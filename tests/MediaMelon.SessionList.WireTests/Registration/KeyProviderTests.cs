using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Registration;

public sealed class KeyProviderTests : RegistrationTest
{
    public static TheoryData<Exception> Failures =>
    [
        new HttpRequestException("The vault is unavailable."),
        new IOException("The vault's disk is full."),
        new TimeoutException("The vault is slow."),
        new InvalidOperationException("The vault is locked."),
    ];

    [Fact]
    public async Task ApiKeyProvider_is_called_for_each_attempt()
    {
        var asked = 0;
        Provide(_ => new($"key-{++asked}"));
        Service.Next(TestResponses.Status(503), TestResponses.ResetBeforeHeaders());

        await PageAsync(Client());

        Assert.Equal(["key-1", "key-2", "key-3"], Service.Requests.Select(request => Assert.Single(request.Header("X-API-Key"))));
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task ApiKeyProvider_exception_reaches_the_caller_unchanged(Exception failure)
    {
        Provide(_ => throw failure);
        var client = Client();

        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => PageAsync(client)));
        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => IdsAsync(client)));
        Assert.Empty(Service.Requests);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task ApiKeyProvider_asynchronous_exception_reaches_the_caller_unchanged()
    {
        Provide(async _ =>
        {
            await Task.Yield();
            throw new HttpRequestException("The vault is unavailable.");
        });

        Assert.Equal("The vault is unavailable.", (await Assert.ThrowsAsync<HttpRequestException>(() => PageAsync(Client()))).Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("4711\nsecret")]
    [InlineData("4711\r\nX-Other: secret")]
    [InlineData("4711-schlüssel")]
    [InlineData("4711 secret")]
    public async Task ApiKeyProvider_key_that_is_not_a_valid_header_value_throws(string? key)
    {
        Provide(_ => new(key!));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(Client()));

        Assert.Contains("ApiKeyProvider", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task ApiKeyProvider_key_is_trimmed_and_overrides_ApiKey()
    {
        Provide(_ => new(" another-key\n"));

        await PageAsync(Client());

        Assert.Equal(["another-key"], Assert.Single(Service.Requests).Header("X-API-Key"));
    }

    [Fact]
    public async Task ApiKeyProvider_without_ApiKey_is_sufficient()
    {
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKey = "";
            options.ApiKeyProvider = _ => new(TestValues.Key);
        });

        await PageAsync(Client());

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData("ApiKeyProvider")]
    [InlineData("AccessTokenProvider")]
    public async Task GetPageAsync_with_a_provider_that_cancels_without_request_names_the_provider(string name)
    {
        var cancellation = new TaskCanceledException("The vault's HttpClient.Timeout.", new TimeoutException());
        Provide(name, _ => ValueTask.FromException<string>(cancellation));
        var client = Client();

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(client));

        Assert.StartsWith($"{name} ended with a cancellation that the caller did not request", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTimeout);
        Assert.Same(cancellation, failure.InnerException);
        Assert.NotNull((await Assert.ThrowsAsync<SessionListConnectionException>(() => IdsAsync(client))).ResumeFrom);
        Assert.Empty(Service.Requests);
        Assert.Empty(Clock.Waits);
    }

    [Theory]
    [InlineData("ApiKeyProvider", true)]
    [InlineData("ApiKeyProvider", false)]
    [InlineData("AccessTokenProvider", true)]
    [InlineData("AccessTokenProvider", false)]
    public async Task GetPageAsync_with_a_provider_that_hangs_times_out_and_names_the_provider(string name, bool honoursToken)
    {
        Provide(name, cancellationToken => new(Hang(honoursToken ? cancellationToken : default)));
        Clock.AllowTimeout();

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client()));

        Assert.Equal($"{name} did not return within the timeout of the attempt (AttemptTimeout). No request was sent.", failure.Message);
        Assert.True(failure.IsTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), Clock.Elapsed);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetPageAsync_with_a_provider_that_hangs_is_cancelled_by_the_caller_at_once(bool honoursToken)
    {
        Provide("ApiKeyProvider", cancellationToken => new(Hang(honoursToken ? cancellationToken : default)));
        using var cancellation = new CancellationTokenSource();
        var page = Client().GetPageAsync(TestValues.Query, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        Assert.Equal(cancellation.Token, failure.CancellationToken);
    }

    [Theory]
    [InlineData("two parts", "another character")]
    [InlineData("Bearer abc", "begins with 'Bearer'")]
    [InlineData(" ", "is empty")]
    public async Task GetPageAsync_with_an_invalid_access_token_names_the_provider(string token, string error)
    {
        Provide("AccessTokenProvider", _ => new(token));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(Client()));

        Assert.Contains("AccessTokenProvider", failure.Message, StringComparison.Ordinal);
        Assert.Contains(error, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task GetPageAsync_with_an_access_token_sends_it_instead_of_a_key_with_each_attempt()
    {
        var asked = 0;
        Provide("AccessTokenProvider", _ => new($" token-{++asked}\n"));
        Service.Next(TestResponses.Status(503), TestResponses.Status(401));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Service.Requests.Select(request => Assert.Single(request.Header("Authorization"))));
        Assert.All(Service.Requests, request => Assert.Empty(request.Header("X-API-Key")));
    }

    [Fact]
    public async Task Create_and_keyed_clients_send_the_access_token()
    {
        Services.AddKeyedSessionListClient("eu", options => SetToken(options, "token-of-eu"));
        await PageAsync(Build().GetRequiredKeyedService<ISessionListClient>("eu"));
        await PageAsync(Client(options => SetToken(options, "token-of-create")));

        Assert.Equal(
            ["Bearer token-of-eu", "Bearer token-of-create"],
            Service.Requests.Select(request => Assert.Single(request.Header("Authorization"))));

        void SetToken(SessionListClientOptions options, string token)
        {
            Configure(options);
            options.ApiKey = "";
            options.AccessTokenProvider = _ => new(token);
        }
    }

    private static async Task<string> Hang(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return "";
    }

    private void Provide(string name, Func<CancellationToken, ValueTask<string>> provider) => Services.AddSessionListClient(options =>
    {
        Configure(options);
        options.ApiKey = "";
        if (name == "ApiKeyProvider")
            options.ApiKeyProvider = provider;
        else
            options.AccessTokenProvider = provider;
    });

    private void Provide(Func<CancellationToken, ValueTask<string>> provider) => Services.AddSessionListClient(options =>
    {
        Configure(options);
        options.ApiKeyProvider = provider;
    });
}
