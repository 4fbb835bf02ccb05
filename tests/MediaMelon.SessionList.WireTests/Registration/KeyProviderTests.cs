using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Registration;

public sealed class KeyProviderTests : RegistrationTest
{
    public static TheoryData<Exception> Failures =>
    [
        new HttpRequestException("The vault is away."),
        new IOException("The vault's disk is full."),
        new OperationCanceledException("The vault was closed."),
        new TimeoutException("The vault is slow."),
        new InvalidOperationException("The vault is locked."),
    ];

    [Fact]
    public async Task Is_asked_for_each_attempt()
    {
        var asked = 0;
        Provide(_ => new($"key-{++asked}"));
        Service.Next(Answers.Status(503), Answers.ResetBeforeHeaders());

        await PageAsync(Client());

        Assert.Equal(["key-1", "key-2", "key-3"], Service.Requests.Select(request => Assert.Single(request.Header("X-API-Key"))));
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task What_it_throws_reaches_the_caller_as_it_is(Exception failure)
    {
        Provide(_ => throw failure);
        var client = Client();

        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => PageAsync(client)));
        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => IdsAsync(client)));
        Assert.Empty(Service.Requests);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task What_it_throws_later_reaches_the_caller_as_it_is()
    {
        Provide(async _ =>
        {
            await Task.Yield();
            throw new HttpRequestException("The vault is away.");
        });

        Assert.Equal("The vault is away.", (await Assert.ThrowsAsync<HttpRequestException>(() => PageAsync(Client()))).Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("4711\nsecret")]
    [InlineData("4711\r\nX-Other: secret")]
    [InlineData("4711-schlüssel")]
    [InlineData("4711 secret")]
    public async Task A_key_that_no_header_can_carry_is_refused(string? key)
    {
        Provide(_ => new(key!));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PageAsync(Client()));

        Assert.Contains("ApiKeyProvider", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Its_key_is_trimmed_and_wins_over_that_of_the_options()
    {
        Provide(_ => new(" another-key\n"));

        await PageAsync(Client());

        Assert.Equal(["another-key"], Assert.Single(Service.Requests).Header("X-API-Key"));
    }

    [Fact]
    public async Task Makes_a_key_in_the_options_needless()
    {
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKey = "";
            options.ApiKeyProvider = _ => new(The.Key);
        });

        await PageAsync(Client());

        Assert.Single(Service.Requests);
    }

    private void Provide(Func<CancellationToken, ValueTask<string>> provider) => Services.AddSessionListClient(options =>
    {
        Configure(options);
        options.ApiKeyProvider = provider;
    });
}
