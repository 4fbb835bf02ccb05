using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The snippets of docs/testing.md, docs/aot.md and the READMEs of the packages.</summary>
public sealed partial class TestingExamples
{
    // begin: test-faults
    [Fact]
    public async Task Report_with_failed_page_has_a_checkpoint()
    {
        var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(400, day));
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey, MaxRetries = 0, Paging = { PageSize = 100 } },
            emulator.CreateHandler());

        emulator.Inject(EmulatorFault.None(), EmulatorFault.Status(HttpStatusCode.ServiceUnavailable)); // the second page fails

        var read = 0;
        var failure = await Assert.ThrowsAsync<SessionListApiException>(async () =>
        {
            await foreach (var session in client.ListSessionsAsync(SessionQuery.For(SessionMetrics.StartupTime, day)))
                read++;
        });

        Assert.Equal(100, read);
        Assert.NotNull(failure.ResumeFrom);
    }
    // end: test-faults

    [Fact]
    public async Task Emulator_from_probe_report_behaves_like_the_probed_service()
    {
        var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));
        var sessions = SyntheticSessions.Generate(400, day);
        var json = """{"report":"mediamelon-sessionlist-probe","profile":{"maxLimit":100,"times":"SecondsAsText","noValue":"Dash"}}""";

        // begin: test-profile
        var profile = EmulatorProfile.FromReport(json); // printed by: session-explorer probe --output json
        var emulator = new SessionListEmulator(sessions, profile);
        // end: test-profile
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey },
            emulator.CreateHandler());

        var page = await client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, day));

        Assert.Equal(100, page.Sessions.Count);
        Assert.All(page.Sessions, session => Assert.NotNull(session.EndTime));
    }

    // begin: test-clock
    [Fact]
    public async Task Emulator_latency_takes_no_real_time()
    {
        var clock = new FakeTimeProvider();
        var emulator = new SessionListEmulator([]) { Latency = TimeSpan.FromSeconds(40), Clock = clock };
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey, MaxRetries = 0 },
            emulator.CreateHandler(),
            timeProvider: clock);

        var page = client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9))));
        clock.Advance(TimeSpan.FromSeconds(30)); // AttemptTimeout

        var failure = await Assert.ThrowsAsync<SessionListConnectionException>(() => page);
        Assert.True(failure.IsTimeout);
    }
    // end: test-clock

    [Fact]
    public async Task Emulator_lists_ended_sessions_only()
    {
        var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

        // begin: test-ended
        var ended = SyntheticSessions.Generate(600, day).Where(session => session.EndTime is not null);
        var emulator = new SessionListEmulator(ended);
        // end: test-ended

        var everything = new SessionListEmulator(SyntheticSessions.Generate(600, day));

        Assert.Equal(592, ended.Count());
        Assert.Equal(592, await CountAsync(emulator, day));
        Assert.Equal(592, await CountAsync(everything, day));
    }

    [Fact]
    public async Task Client_connects_to_an_emulator_on_a_port()
    {
        var day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

        // begin: test-port
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(400, day));
        await using var app = WebApplication.Create();
        app.Urls.Add("http://127.0.0.1:0"); // any free port
        app.MapSessionListEmulator(emulator);
        await app.StartAsync();

        using var client = SessionListClient.Create(new SessionListClientOptions
        {
            CustomerId = emulator.CustomerId,
            ApiKey = emulator.ApiKey,
            BaseAddress = new Uri(app.Urls.Single()),
        });
        // end: test-port

        var page = await client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, day));

        Assert.InRange(page.Sessions.Count, 380, 400);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Fake_client_replaces_the_client()
    {
        var fake = new FakeClient(new VideoSession { SessionId = "a" }, new VideoSession { SessionId = "b" });
        var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(new DateOnly(2026, 4, 9)));
        var ids = new List<string?>();

        await foreach (var session in fake.ListSessionsAsync(query))
            ids.Add(session.SessionId);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(2, (await fake.GetPageAsync(query)).Sessions.Count);
        Assert.NotNull(Assert.Throws<SessionListConnectionException>(() => fake.ListPagesAsync(query)).ResumeFrom);
    }

    [Fact]
    public void VideoSession_is_serialized_with_a_JSON_context()
    {
        var session = new VideoSession { SessionId = "a", StartupTime = TimeSpan.FromSeconds(1.5) };

        // begin: json-context
        string json = JsonSerializer.Serialize(session, SessionContext.Default.VideoSession);
        // end: json-context

        Assert.Equal("""{"sessionid":"a","latency":1.5}""", json);
    }

    private static async Task<int> CountAsync(SessionListEmulator emulator, SessionPeriod day)
    {
        using var client = SessionListClient.Create(
            new() { CustomerId = emulator.CustomerId, ApiKey = emulator.ApiKey }, emulator.CreateHandler());
        return (await client.GetPageAsync(SessionQuery.For(SessionMetrics.StartupTime, day))).Sessions.Count;
    }

    // begin: fake-client
    public sealed class FakeClient(params VideoSession[] sessions) : ISessionListClient
    {
        public IAsyncEnumerable<VideoSession> ListSessionsAsync(
            SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
            sessions.ToAsyncEnumerable();

        public IAsyncEnumerable<SessionPage> ListPagesAsync(
            SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
            throw new SessionListConnectionException("The service is away.") { ResumeFrom = SessionCheckpoint.AtStart(query) };

        public Task<SessionPage> GetPageAsync(
            SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new SessionPage { Sessions = sessions });
    }
    // end: fake-client

    // begin: json-context-type
    [JsonSerializable(typeof(VideoSession))]
    internal sealed partial class SessionContext : JsonSerializerContext;
    // end: json-context-type
}
