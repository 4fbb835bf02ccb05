using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaMelon.SessionList.WireTests.Registration;

public sealed class AddSessionListClientTests : RegistrationTest
{
    [Fact]
    public async Task AddSessionListClient_without_arguments_uses_configured_options()
    {
        Services.AddSessionListClient();
        Services.Configure<SessionListClientOptions>(Configure);

        await PageAsync(Client());

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task AddSessionListClient_with_delegate_uses_its_options()
    {
        Services.AddSessionListClient(Configure);

        await PageAsync(Client());

        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task AddSessionListClient_with_configuration_reads_every_option()
    {
        Services.AddSessionListClient(Configuration(
            ("AttemptTimeout", "00:00:07"),
            ("TotalTimeout", "00:01:40"),
            ("MaxRetries", "1"),
            ("MaxRetryAfter", "00:00:05"),
            ("MaxResponseBytes", "500"),
            ("Paging:PageSize", "4"),
            ("Paging:MaxConcurrentRequests", "3"),
            ("Paging:SliceBy", ""),
            ("Paging:DropDuplicates", "false")));
        Clock.RegisterTimeouts(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(100));
        var client = Client();

        var page = await PageAsync(client);
        Assert.Equal(4, page.Sessions.Count);

        Service.Next(TestResponses.NoResponse(), TestResponses.RetryAfter(503, "6"));
        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(client));
        Assert.Equal(3, Service.Requests.Count);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 7.25, 7.5);

        Service.Next(TestResponses.Ok(new string(' ', 501)));
        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
    }

    [Fact]
    public async Task AddKeyedSessionListClient_with_two_keys_creates_separate_clients()
    {
        Services.AddKeyedSessionListClient("a", options =>
        {
            Configure(options);
            options.CustomerId = 1;
            options.ApiKey = "key-of-a";
        });
        Services.AddKeyedSessionListClient("b", Configuration(("CustomerId", "2"), ("ApiKey", "key-of-b")));
        var provider = Build();

        await PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("a"));
        await PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("b"));

        Assert.Null(provider.GetService<ISessionListClient>());
        Assert.Equal(["1", "2"], Service.Requests.Select(request => request.Path.Split('/')[^1]));
        Assert.Equal(["key-of-a", "key-of-b"], Service.Requests.Select(request => Assert.Single(request.Header("X-API-Key"))));
    }

    [Fact]
    public async Task AddSessionListClient_called_again_adds_settings()
    {
        Services.AddSessionListClient(Configure);
        Services.AddSessionListClient(options => options.ApiKey = "another-key");
        Services.AddSessionListClient(Configuration(("CustomerId", "3"), ("ApiKey", "a-third-key")));

        await PageAsync(Client());

        var request = Assert.Single(Service.Requests);
        Assert.Equal(["a-third-key"], request.Header("X-API-Key"));
        Assert.EndsWith("/3", request.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void AddSessionListClient_registers_a_singleton()
    {
        Services.AddSessionListClient(Configure);
        var provider = Build();

        using var scope = provider.CreateScope();
        Assert.Same(provider.GetRequiredService<ISessionListClient>(), scope.ServiceProvider.GetRequiredService<ISessionListClient>());
    }

    [Fact]
    public async Task Registered_client_creates_an_HttpClient_for_each_page()
    {
        Services.AddSessionListClient(Configure);
        var original = Services.Last(service => service.ServiceType == typeof(IHttpClientFactory));
        List<string> names = [];
        Services.Replace(ServiceDescriptor.Singleton<IHttpClientFactory>(
            provider => new CountingFactory((IHttpClientFactory)original.ImplementationFactory!(provider), names)));

        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal(Enumerable.Repeat("MediaMelon.SessionList", 5), names);
    }

    private sealed class CountingFactory(IHttpClientFactory inner, List<string> names) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name)
        {
            names.Add(name);
            return inner.CreateClient(name);
        }
    }
}
