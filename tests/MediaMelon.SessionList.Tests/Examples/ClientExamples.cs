using System.Net;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaMelon.SessionList.Tests.Examples;

public sealed class ClientExamples
{
    private static readonly SessionPeriod Period = SessionPeriod.Last(TimeSpan.FromHours(24));
    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(300, Period));

    [Fact]
    public async Task Client_registered_from_configuration_lists_sessions()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("MediaMelon:CustomerId", "199493832"), new("MediaMelon:ApiKey", "emulator-key")]);

        // begin: register
        builder.Services.AddSessionListClient(builder.Configuration.GetSection("MediaMelon"));
        // end: register

        builder.Services.AddSessionListClient().UseEmulator(_emulator);
        using var host = builder.Build();
        var report = new StartupReport(host.Services.GetRequiredService<ISessionListClient>());
        Assert.Equal(25, await report.PrintAsync(TestContext.Current.CancellationToken));
    }

    // begin: inject
    public sealed class StartupReport(ISessionListClient client)
    {
        public async Task<int> PrintAsync(CancellationToken cancellationToken)
        {
            var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Last(TimeSpan.FromHours(24)))
                .Include(SessionDimensions.Country, SessionDimensions.Cdn)
                .OrderByDescending(SessionMetrics.StartupTime)
                .Take(25);

            var printed = 0;
            await foreach (var session in client.ListSessionsAsync(query, cancellationToken: cancellationToken))
            {
                Console.WriteLine($"{session.StartupTime?.TotalSeconds,8:0.000} s  {session.Country,-4} {session.Cdn,-12} {session.AssetName}");
                printed++;
            }

            return printed;
        }
    }

    // end: inject
    [Fact]
    public async Task Client_created_without_a_container_returns_a_page()
    {
        var emulator = _emulator;
        var options = new SessionListClientOptions { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey };
        using (var client = SessionListClient.Create(options, emulator.CreateHandler()))
            Assert.NotEmpty((await client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, Period), cancellationToken: TestContext.Current.CancellationToken)).Sessions);

        Environment.SetEnvironmentVariable("README_API_KEY", "a-key");
        Script();

        static void Script()
        {
            // begin: create
            using var client = SessionListClient.Create(new SessionListClientOptions
            {
                CustomerId = 199493832,
                ApiKey = Environment.GetEnvironmentVariable("README_API_KEY") ?? "",
            });
            // end: create
        }
    }

    [Fact]
    public async Task Keyed_clients_of_several_customers_are_resolved_by_key()
    {
        var services = new ServiceCollection();

        // begin: keyed
        services.AddKeyedSessionListClient("news", options =>
        {
            options.CustomerId = 1001;
            options.ApiKeyProvider = async cancellationToken => await ReadKeyFromVaultAsync("news", cancellationToken);
        });
        services.AddKeyedSessionListClient("sports", options =>
        {
            options.CustomerId = 1002;
            options.ApiKeyProvider = async cancellationToken => await ReadKeyFromVaultAsync("sports", cancellationToken);
        });

        // usage: [FromKeyedServices("news")] ISessionListClient client
        // end: keyed

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredKeyedService<ISessionListClient>("news"));
        Assert.Null(provider.GetService<ISessionListClient>());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Access denied")]
    [InlineData(HttpStatusCode.TooManyRequests, "Throttled")]
    [InlineData(HttpStatusCode.BadRequest, "status 400")]
    public async Task Client_error_is_caught_by_its_exception_type(HttpStatusCode status, string expected)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var client = SessionListClient.Create(
            new() { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey, MaxRetries = 0 }, _emulator.CreateHandler());
        var query = SessionQuery.For(SessionMetrics.StartupTime, Period);
        var message = "";
        _emulator.Inject(EmulatorFault.Status(status, TimeSpan.FromSeconds(7)));

        // begin: errors
        try
        {
            await foreach (var session in client.ListSessionsAsync(query, cancellationToken: cancellationToken))
                Use(session);
        }
        catch (SessionListApiException failure) when (failure.IsAccessDenied)
        {
            message = "Access denied. Check the key and the customer id.";
        }
        catch (SessionListApiException failure) when (failure.IsThrottled)
        {
            message = $"Throttled after all retries. Wait {failure.RetryAfter}, then resume from {failure.ResumeFrom}.";
        }
        catch (SessionListApiException failure)
        {
            message = $"The request failed with status {(int)failure.StatusCode}: {failure.Body}";
        }
        catch (SessionListResponseException failure)
        {
            message = $"The response is not a session list. Report it: {failure.Message}";
        }
        catch (SessionListConnectionException failure)
        {
            message = $"The service was not reached. Resume later from {failure.ResumeFrom}.";
        }
        // end: errors

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    // begin: testing
    [Fact]
    public async Task Report_lists_the_slowest_sessions_first()
    {
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(500, SessionPeriod.Last(TimeSpan.FromHours(24))));
        var services = new ServiceCollection();
        services.AddSessionListClient().UseEmulator(emulator);
        services.AddSingleton<StartupReport>();
        await using var provider = services.BuildServiceProvider();

        emulator.Inject(EmulatorFault.ConnectionReset()); // the client retries
        await provider.GetRequiredService<StartupReport>().PrintAsync(CancellationToken.None);

        Assert.Equal("latency", emulator.Requests[^1].Parameters["orderby"]);
    }

    // end: testing
    private static ValueTask<string> ReadKeyFromVaultAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult(name);

    private static void Use(VideoSession session) => Assert.NotNull(session);
}
