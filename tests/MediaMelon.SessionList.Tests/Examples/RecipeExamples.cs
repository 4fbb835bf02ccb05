using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The recipes that query sessions and print them.</summary>
public sealed class RecipeExamples : IDisposable
{
    private static readonly DateOnly Today = new(2026, 4, 10);
    private static readonly SessionPeriod Yesterday = SessionPeriod.Day(new DateOnly(2026, 4, 9));
    private static readonly VideoSession[] Sessions =
    [
        .. SyntheticSessions.Generate(4000, Yesterday),
        Gone("gone-1", code: null),
        Gone("gone-2", code: ""),
    ];

    // 20:00, one hour after the start of the incident in the synthetic sessions.
    private readonly FakeTimeProvider _clock = new(Yesterday.Start.AddHours(20));
    private readonly SessionListEmulator _emulator = new(Sessions);
    private readonly SessionListClient _client;
    private readonly List<string> _printed = [];

    public RecipeExamples() =>
        _client = SessionListClient.Create(new() { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey }, _emulator.CreateHandler());

    private static IEnumerable<VideoSession> Ended => Sessions.Where(session => session.EndTime is not null);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Recipe_lists_the_slowest_starts()
    {
        var client = _client;
        var today = Today;

        // begin: recipe-slowest
        var yesterday = SessionPeriod.Day(today.AddDays(-1));
        var slowest = SessionQuery.For(SessionMetrics.StartupTime, yesterday)
            .Include(SessionDimensions.Country, SessionDimensions.Cdn)
            .OrderByDescending(SessionMetrics.StartupTime)
            .Take(25);

        await foreach (var session in client.ListSessionsAsync(slowest))
            Print($"{session.StartupTime?.TotalSeconds:0.0} s  {session.Country}  {session.Cdn}  {session.AssetName}");
        // end: recipe-slowest

        var worst = Ended.Where(session => session.StartupTime is not null).OrderByDescending(session => session.StartupTime).Take(25).ToList();
        Assert.Equal(worst.Select(session => $"{session.StartupTime!.Value.TotalSeconds:0.0} s"), _printed.Select(line => line.Split("  ")[0]));
        Assert.EndsWith($"  {worst[0].Country}  {worst[0].Cdn}  {worst[0].AssetName}", _printed[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipe_lists_subscribers_with_rebuffering_on_Android()
    {
        var (client, yesterday) = (_client, Yesterday);

        // begin: recipe-buffering
        var buffered = SessionQuery.For(SessionMetrics.RebufferingPercentage, yesterday)
            .Include(SessionDimensions.SubscriberId)
            .Where(SessionDimensions.OperatingSystem.Is("Android"))
            .Where(SessionMetrics.RebufferingPercentage > 10)
            .Where(SessionFields.WatchTime > TimeSpan.FromMinutes(1))
            .OrderByDescending(SessionMetrics.RebufferingPercentage);

        await foreach (var session in client.ListSessionsAsync(buffered))
            Print($"{session.SubscriberId ?? "anonymous"}: {session.RebufferingPercentage:0.0} % of {session.WatchTime}");
        // end: recipe-buffering

        var expected = Ended
            .Where(session => session is { OperatingSystem: "Android", RebufferingPercentage: > 10, WatchTime.TotalMinutes: > 1 })
            .OrderByDescending(session => session.RebufferingPercentage)
            .Select(session => session.SubscriberId ?? "anonymous");
        Assert.Equal(expected, _printed.Select(line => line.Split(':')[0]));
        Assert.NotEmpty(_printed);
    }

    [Fact]
    public async Task Recipe_lists_the_sessions_of_a_subscriber()
    {
        var (client, clock) = (_client, _clock);
        var subscriberId = Sessions.Where(session => session.EndTime < clock.GetUtcNow()).GroupBy(session => session.SubscriberId)
            .Where(group => group.Key is not null).MaxBy(group => group.Count())!.Key!;

        // begin: recipe-subscriber
        var history = SessionQuery.For(SessionMetrics.PlaybackScore, SessionPeriod.Last(TimeSpan.FromDays(7), clock))
            .Include(SessionMetrics.StartupTime, SessionDimensions.ViewStatus, SessionDimensions.ErrorCode)
            .Where(SessionDimensions.SubscriberId.Is(subscriberId))
            .OrderBy(SessionFields.StartTime);

        await foreach (var session in client.ListSessionsAsync(history))
            Print($"{session.StartTime:u}  {session.AssetName}: {session.ViewStatus}, score {session.PlaybackScore:0} {session.ErrorCode}");
        // end: recipe-subscriber

        var expected = Sessions
            .Where(session => session.SubscriberId == subscriberId && session.EndTime <= clock.GetUtcNow())
            .OrderBy(session => session.StartTime)
            .Select(session => $"{session.StartTime:u}");
        Assert.Equal(expected, _printed.Select(line => line.Split("  ")[0]));
        Assert.True(_printed.Count > 1);
    }

    [Fact]
    public async Task Recipe_compares_startup_times_by_CDN()
    {
        var (client, yesterday) = (_client, Yesterday);

        // begin: recipe-cdns
        var query = SessionQuery.For(SessionMetrics.StartupTime, yesterday).Select(SessionDimensions.Cdn, SessionFields.SessionId);
        var startups = new List<(string Cdn, double Seconds)>();
        await foreach (var session in client.ListSessionsAsync(query))
        {
            if (session is { Cdn: { } cdn, StartupTime: { } startup })
                startups.Add((cdn, startup.TotalSeconds));
        }

        foreach (var cdn in startups.GroupBy(row => row.Cdn, row => row.Seconds))
        {
            var sorted = cdn.Order().ToList();
            Print($"{cdn.Key}: {sorted.Count} starts, median {sorted[sorted.Count / 2]:0.00} s, p95 {sorted[sorted.Count * 95 / 100]:0.00} s");
        }
        // end: recipe-cdns

        Assert.Equal(["Aurora", "Borealis", "Cumulo", "Delta"], _printed.Select(line => line.Split(':')[0]).Order());
        Assert.All(_printed, line => Assert.Contains(
            $": {Ended.Count(session => session.Cdn == line.Split(':')[0] && session.StartupTime is not null)} starts, median ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recipe_counts_the_causes_of_failed_starts()
    {
        var (client, yesterday) = (_client, Yesterday);

        // begin: recipe-failed-starts
        var query = SessionQuery.For(SessionMetrics.StartupTime, yesterday).Include(SessionDimensions.ErrorCode);
        var causes = new Dictionary<string, int>();
        await foreach (var session in client.ListSessionsAsync(query))
        {
            if (session.StartupTime is { Ticks: > 0 })
                continue; // the video started

            var cause = session.ErrorCode is { Length: > 0 } code ? code : "exited before the video started";
            causes[cause] = causes.GetValueOrDefault(cause) + 1;
        }

        foreach (var (cause, count) in causes.OrderByDescending(pair => pair.Value))
            Print($"{count,6}  {cause}");
        // end: recipe-failed-starts

        Assert.Contains("     2  exited before the video started", _printed);
        Assert.Contains(_printed, line => line.EndsWith("  MANIFEST_404", StringComparison.Ordinal));
        Assert.Equal(Ended.Count(session => session.StartupTime is null), causes.Values.Sum());
    }

    [Fact]
    public async Task Recipe_lists_the_running_sessions_of_an_asset()
    {
        var (client, clock) = (_client, _clock);
        var running = Enumerable.Range(0, 3).Select(number => new VideoSession
        {
            SessionId = $"now-{number}",
            StartTime = clock.GetUtcNow().AddMinutes(-number),
            AssetName = "Pitchside Live",
            ViewStatus = new("RUNNING"),
            Cdn = "Aurora",
        });
        foreach (var session in running)
            _emulator.Add(session);

        // begin: recipe-live
        var watching = SessionQuery.For(SessionMetrics.RebufferingPercentage, SessionPeriod.Last(TimeSpan.FromHours(4), clock))
            .Include(SessionDimensions.ViewStatus, SessionDimensions.Cdn)
            .Where(SessionDimensions.AssetName.Is("Pitchside Live"))
            .WithSessionType(SessionType.Started) // a running session has no end time
            .WithAllStatuses()
            .OrderByDescending(SessionFields.StartTime);

        await foreach (var session in client.ListSessionsAsync(watching))
        {
            if (session.ViewStatus == ViewStatus.Running) // compared without regard to case
                Print($"{session.SessionId}: since {session.StartTime:t}, {session.Cdn}, {session.RebufferingPercentage:0.0} %");
        }
        // end: recipe-live

        Assert.Equal(["now-0", "now-1", "now-2"], _printed.Select(line => line.Split(':')[0]).Where(id => id.StartsWith("now-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Recipe_counts_sessions_by_country()
    {
        var (client, yesterday) = (_client, Yesterday);

        // begin: recipe-countries
        var query = SessionQuery.For(SessionDimensions.Country, yesterday).Select(SessionFields.SessionId);
        var counts = new Dictionary<string, int>();
        await foreach (var session in client.ListSessionsAsync(query, new PagingOptions { MaxConcurrentRequests = 4 }))
        {
            var country = session.Country ?? "unknown";
            counts[country] = counts.GetValueOrDefault(country) + 1;
        }
        // end: recipe-countries

        Assert.Equal(
            Ended.GroupBy(session => session.Country ?? "unknown").Select(group => (group.Key, group.Count())).Order(),
            counts.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.All(_emulator.Requests, request => Assert.Equal("country,sessionid", request.Parameters["metrics"]));
    }

    private static VideoSession Gone(string id, string? code) => new()
    {
        SessionId = id,
        StartTime = Yesterday.Start.AddHours(6),
        EndTime = Yesterday.Start.AddHours(6).AddSeconds(4),
        ViewStatus = ViewStatus.Dropped,
        ErrorCode = code,
    };

    private void Print(string line) => _printed.Add(line);
}
