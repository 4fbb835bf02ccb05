using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Extensions.Http;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Handlers that the host registers do not change the number of physical requests per page.</summary>
public sealed class RetriesTests : RegistrationTest
{
    public static TheoryData<string> Registrations => [.. Hosts.Keys];

    private static Dictionary<string, Action<IServiceCollection, Action<SessionListClientOptions>>> Hosts { get; } = new()
    {
        ["once"] = (services, configure) => services.AddSessionListClient(configure),
        ["twice"] = (services, configure) =>
        {
            services.AddSessionListClient(configure);
            services.AddSessionListClient(configure);
        },
        ["after a standard handler for all"] = (services, configure) =>
        {
            services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
            services.AddSessionListClient(configure);
        },
        ["before a standard handler for all"] = (services, configure) =>
        {
            services.AddSessionListClient(configure);
            services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        },
        ["between two standard handlers for all, twice"] = (services, configure) =>
        {
            services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
            services.AddSessionListClient(configure);
            services.AddSessionListClient(configure);
            services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        },
        ["with a standard handler for this client"] = (services, configure) => services.AddSessionListClient(configure).AddStandardResilienceHandler(),
        ["with hedging for all"] = (services, configure) =>
        {
            services.ConfigureHttpClientDefaults(client => client.AddStandardHedgingHandler());
            services.AddSessionListClient(configure);
        },
        ["with a Polly 7 error policy for all"] = (services, configure) =>
        {
            services.ConfigureHttpClientDefaults(client => client.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)));
            services.AddSessionListClient(configure);
        },
        ["with a Polly 7 circuit breaker for all"] = (services, configure) =>
        {
            services.ConfigureHttpClientDefaults(client => client
                .AddTransientHttpErrorPolicy(policy => policy.CircuitBreakerAsync(1, TimeSpan.FromMinutes(1))));
            services.AddSessionListClient(configure);
        },
        ["with a Polly 7 policy for this client"] = (services, configure) => services.AddSessionListClient(configure)
            .AddPolicyHandler(_ => HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)),
        ["with a handler derived from a policy handler"] = (services, configure) => services.AddSessionListClient(configure)
            .AddHttpMessageHandler(() => new DerivedPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3))),
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Retries_of_error_status_send_four_requests_with_any_host_handlers(string registration)
    {
        Hosts[registration](Services, Configure);
        Service.Always(TestResponses.Status(503));

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(Client()));

        Assert.Equal(4, Service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Retries_of_connection_failure_send_four_requests_with_any_host_handlers(string registration)
    {
        Hosts[registration](Services, Configure);
        Service.Always(TestResponses.ResetBeforeHeaders());

        await Assert.ThrowsAsync<SessionListConnectionException>(() => PageAsync(Client()));

        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task Retries_of_keyed_clients_follow_MaxRetries_with_host_handlers()
    {
        Services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        Services.AddSessionListClient(Configure);
        Services.AddKeyedSessionListClient("a", Configure);
        Services.AddKeyedSessionListClient("a", Configure);
        Services.AddKeyedSessionListClient("b", options =>
        {
            Configure(options);
            options.MaxRetries = 1;
        });
        Service.Always(TestResponses.Status(503));
        var provider = Build();

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("a")));
        Assert.Equal(4, Service.Requests.Count);

        await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("b")));
        Assert.Equal(6, Service.Requests.Count);
    }

    [Fact]
    public async Task GetPageAsync_with_resilience_handlers_of_the_host_logs_each_type_once()
    {
        using var log = new LogCapture();
        Services.AddLogging(logging => logging.AddProvider(log));
        Services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        Services.ConfigureHttpClientDefaults(client => client.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)));
        Services.AddSessionListClient(Configure);
        Services.AddKeyedSessionListClient("a", Configure);
        var provider = Build();

        await PageAsync(provider.GetRequiredService<ISessionListClient>());
        await PageAsync(provider.GetRequiredService<ISessionListClient>());
        await PageAsync(provider.GetRequiredKeyedService<ISessionListClient>("a"));

        var records = log.Of(LogLevel.Information).Where(record => record.Contains("HandlerLeftOut", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, records.Count);
        Assert.Equal(2, records.Count(record => record.Contains("Microsoft.Extensions.Http.PolicyHttpMessageHandler,", StringComparison.Ordinal)));
        Assert.Equal(2, records.Count(record => record.Contains("Microsoft.Extensions.Http.Resilience.ResilienceHandler,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Host_handlers_of_another_HttpClient_stay_active()
    {
        Services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
        Services.AddSessionListClient(Configure);
        Services.AddHttpClient("another");
        Service.Next(TestResponses.Status(503));
        Clock.RegisterTimeouts(TimeSpan.FromSeconds(10)); // the attempt timeout of the standard handler

        using var another = Build().GetRequiredService<IHttpClientFactory>().CreateClient("another");
        var response = await Clock.RunAsync(another.GetAsync(Service.Address, TestToken));

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Retries_stop_when_the_caller_cancels()
    {
        Services.AddSessionListClient(Configure);
        Service.Always(TestResponses.Status(503));
        using var cancellation = new CancellationTokenSource();
        var page = Client().GetPageAsync(TestValues.Query, cancellationToken: cancellation.Token);
        await Clock.WaitForDelayAsync();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(Service.Requests);
        Assert.Single(Clock.Waits);
    }

    private sealed class DerivedPolicyHandler(IAsyncPolicy<HttpResponseMessage> policy) : PolicyHttpMessageHandler(policy);
}
