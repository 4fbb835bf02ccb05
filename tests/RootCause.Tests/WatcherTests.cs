using System.Net;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;
using SessionExplorer.Catalogue;
using SessionExplorer.RootCause;
using SessionExplorer.Watching;

namespace RootCause.Tests;

public sealed class WatcherTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 4, 9, 12, 0, 0, TimeSpan.Zero));
    private readonly SessionListEmulator _emulator = new([]);
    private readonly SessionListClient _client;

    public WatcherTests() =>
        _client = SessionListClient.Create(
            new SessionListClientOptions { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey, MaxRetries = 0 },
            _emulator.CreateHandler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Watcher_late_session_is_new_once()
    {
        Add("first", minutesAgo: 1);
        await using var polls = Watch();

        Assert.Equal(["first"], Ids(await NextAsync(polls)));
        Add("late", minutesAgo: 4);
        Add("new", minutesAgo: 0);
        Assert.Equal(["late", "new"], Ids(await NextAsync(polls)));
        var last = await NextAsync(polls);

        Assert.Empty(last.New);
        Assert.Equal(3, last.Window.Sessions);
    }

    [Fact]
    public async Task Watcher_poll_after_failures_covers_missed_time()
    {
        Add("first", minutesAgo: 1);
        await using var polls = Watch();
        await NextAsync(polls);

        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.ServiceUnavailable));
        var failed = await NextAsync(polls);
        Add("missed", minutesAgo: 1);
        var next = await NextAsync(polls);

        Assert.Contains("503", failed.Problem);
        Assert.Empty(failed.New);
        Assert.Null(next.Problem);
        Assert.Equal(["missed"], Ids(next));
    }

    [Fact]
    public async Task Watcher_refused_key_ends_polling()
    {
        await using var polls = Watch();
        _emulator.Inject(EmulatorFault.Status(HttpStatusCode.Unauthorized));

        await Assert.ThrowsAsync<SessionListApiException>(() => NextAsync(polls));
    }

    [Fact]
    public async Task Watcher_cancelled_between_polls_ends()
    {
        using var stop = new CancellationTokenSource();
        await using var polls = Watch(stop: stop.Token);
        await polls.MoveNextAsync();

        var next = polls.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Watcher_old_sessions_leave_window()
    {
        Add("old", minutesAgo: 14);
        await using var polls = Watch(every: TimeSpan.FromMinutes(2));

        Assert.Equal(1, (await NextAsync(polls)).Window.Sessions);
        Assert.Equal(0, (await NextAsync(polls)).Window.Sessions);
    }

    [Fact]
    public void SeenAndRecentSessions_above_capacity_are_bounded()
    {
        var seen = new SeenSessions(capacity: 100);
        var recent = new RecentSessions(capacity: 100);
        for (var index = 0; index < 1000; index++)
        {
            var session = new VideoSession { SessionId = $"{index}" };
            seen.Add(session, _clock.GetUtcNow().AddSeconds(index));
            recent.Add(new(session, _clock.GetUtcNow().AddSeconds(index), index));
        }

        Assert.Equal((100, 100, true), (seen.Count, recent.Count, recent.IsCut));
        Assert.Equal(900, recent.All.Min(session => session.Measure));
        Assert.False(seen.Add(new VideoSession { SessionId = "999" }, _clock.GetUtcNow()));
    }

    [Fact]
    public void SeenSessions_session_without_id_is_recognized_by_times()
    {
        var seen = new SeenSessions();
        var session = new VideoSession { StartTime = _clock.GetUtcNow(), AssetName = "a" };

        Assert.True(seen.Add(session, _clock.GetUtcNow()));
        Assert.False(seen.Add(session with { }, _clock.GetUtcNow()));
        Assert.True(seen.Add(session with { AssetName = "b" }, _clock.GetUtcNow()));
    }

    private IAsyncEnumerator<Look> Watch(TimeSpan? every = null, CancellationToken? stop = null) =>
        new Watcher(
            _client,
            period => SessionQuery.For(SessionMetrics.StartupTime, period),
            new Measure(KnownColumns.StartupTime),
            (2, false),
            new WatchSettings { Every = every ?? TimeSpan.FromSeconds(30) },
            _clock)
            .RunAsync(stop ?? TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

    // The first poll needs no wait. For the others, the clock is advanced.
    private async Task<Look> NextAsync(IAsyncEnumerator<Look> polls)
    {
        var next = polls.MoveNextAsync();
        if (!next.IsCompleted)
            _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.True(await next);
        return polls.Current;
    }

    private void Add(string id, double minutesAgo)
    {
        var end = _clock.GetUtcNow().AddMinutes(-minutesAgo);
        _emulator.Add(new VideoSession
        {
            SessionId = id,
            StartTime = end.AddMinutes(-1),
            EndTime = end,
            StartupTime = TimeSpan.FromSeconds(1),
            ViewStatus = ViewStatus.Ended,
        });
    }

    private static IEnumerable<string?> Ids(Look look) => look.New.Select(session => session.Session.SessionId);
}
