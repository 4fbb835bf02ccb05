using System.Net;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Http;

/// <summary>The client does not follow redirects, because a redirect would send the key to another host.</summary>
public sealed class RedirectTests : WireTest
{
    private readonly Service _other = new(new Clock());

    public static TheoryData<string> Handlers => [.. Primaries.Keys];

    private static Dictionary<string, Func<HttpMessageHandler>> Primaries { get; } = new()
    {
        ["HttpClientHandler"] = () => new HttpClientHandler(),
        ["SocketsHttpHandler"] = () => new SocketsHttpHandler(),
        ["chain of handlers"] = () => new OuterHandler { InnerHandler = new OuterHandler { InnerHandler = new SocketsHttpHandler() } },
    };

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_with_default_handler_is_not_followed(int status)
    {
        Service.Always(TestResponses.Redirect(_other.Address, status));

        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(0, _other.Connections);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Redirect_with_handler_passed_to_Create_is_not_followed(string handler)
    {
        using var primary = Primaries[handler]();
        Service.Always(TestResponses.Redirect(_other.Address));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client(handler: primary)));

        Assert.Equal(0, _other.Connections);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Redirect_with_handler_of_the_registration_is_not_followed(string handler)
    {
        await using var provider = Provider(Primaries[handler]);
        Service.Always(TestResponses.Redirect(_other.Address));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(provider.GetRequiredService<ISessionListClient>()));

        Assert.Equal(0, _other.Connections);
    }

    [Fact]
    public async Task Create_with_used_handler_without_AllowAutoRedirect_succeeds()
    {
        using var primary = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var used = new HttpClient(primary, disposeHandler: false);
        await used.GetAsync(_other.Address, TestToken);

        await PageAsync(Client(handler: primary));

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Create_with_used_handler_with_AllowAutoRedirect_throws()
    {
        using var primary = new SocketsHttpHandler();
        using var used = new HttpClient(primary, disposeHandler: false);
        await used.GetAsync(_other.Address, TestToken);

        var failure = Assert.Throws<ArgumentException>(() => Client(handler: primary));

        Assert.Contains("AllowAutoRedirect", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    private ServiceProvider Provider(Func<HttpMessageHandler> primary)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        services.AddSessionListClient(options =>
        {
            options.CustomerId = TestValues.CustomerId;
            options.ApiKey = TestValues.Key;
            options.BaseAddress = Service.Address;
        }).ConfigurePrimaryHttpMessageHandler(primary);
        Options();
        return services.BuildServiceProvider();
    }

    private sealed class OuterHandler : DelegatingHandler;
}
