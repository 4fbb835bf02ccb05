using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class UseEmulatorTests
{
    private readonly SessionListEmulator _emulator = new(Sample.Sessions("a")) { CustomerId = 7, ApiKey = "seven" };

    [Theory]
    [InlineData("MediaMelon.SessionList", "")]
    [InlineData("MediaMelon.SessionList:acme", "acme")]
    public void UseEmulator_overrides_the_configured_customer_and_key_of_its_client(string clientName, string optionsName)
    {
        var services = new ServiceCollection();
        services.AddHttpClient(clientName).UseEmulator(_emulator);
        services.ConfigureAll<SessionListClientOptions>(options =>
        {
            options.CustomerId = 1;
            options.ApiKey = "real";
            options.ApiKeyProvider = _ => ValueTask.FromResult("vault");
        });

        using var provider = services.BuildServiceProvider();
        var all = provider.GetRequiredService<IOptionsMonitor<SessionListClientOptions>>();

        var options = all.Get(optionsName);
        Assert.Equal(7, options.CustomerId);
        Assert.Equal("seven", options.ApiKey);
        Assert.Null(options.ApiKeyProvider);
        Assert.Equal("real", all.Get("another").ApiKey);
    }

    [Fact]
    public async Task UseEmulator_sends_the_requests_to_the_emulator()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("MediaMelon.SessionList").UseEmulator(_emulator);

        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("MediaMelon.SessionList");
        using var response = await client.GetAsync(
            new Uri("https://sessions.example/mm-apis/listsessions/7"), TestContext.Current.CancellationToken);

        Assert.Equal("/mm-apis/listsessions/7", Assert.Single(_emulator.Requests).Uri.AbsolutePath);
    }

    [Fact]
    public async Task UseEmulator_gives_each_client_the_sessions_of_its_emulator()
    {
        var acme = new SessionListEmulator(Sample.Sessions("b", "c")) { CustomerId = 8 };
        var services = new ServiceCollection();
        services.AddSessionListClient().UseEmulator(_emulator);
        services.AddKeyedSessionListClient("acme", _ => { }).UseEmulator(acme);

        await using var provider = services.BuildServiceProvider();

        Assert.Equal(["a"], await ListAsync(provider.GetRequiredService<ISessionListClient>()));
        Assert.Equal(["b", "c"], await ListAsync(provider.GetRequiredKeyedService<ISessionListClient>("acme")));
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("MediaMelon.SessionListOther")]
    [InlineData("MediaMelon.SessionList:")]
    public void UseEmulator_on_builder_of_another_client_throws(string name)
    {
        var builder = new ServiceCollection().AddHttpClient(name);

        var thrown = Assert.Throws<ArgumentException>(() => builder.UseEmulator(_emulator));

        Assert.Contains(name, thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> ListAsync(ISessionListClient client)
    {
        var ids = new List<string?>();
        var query = SessionQuery.For(SessionFields.SessionId, SessionPeriod.FromUnixSeconds(1000, 2000));
        await foreach (var session in client.ListSessionsAsync(query, cancellationToken: TestContext.Current.CancellationToken))
            ids.Add(session.SessionId);

        return ids;
    }
}
