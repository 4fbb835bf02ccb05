using System.Text.Json;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The snippets of docs/recipes.md.</summary>
public sealed class MoreRecipeExamples : IDisposable
{
    private static readonly SessionPeriod Day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    // Three sessions end exactly at the boundary between two polls.
    private static readonly VideoSession[] Sessions =
    [
        .. SyntheticSessions.Generate(3000, Day),
        .. Enumerable.Range(0, 3).Select(number => new VideoSession { SessionId = $"boundary-{number}", EndTime = Day.Start.AddMinutes(705 + (10 * number)) }),
    ];

    private readonly SessionListEmulator _emulator = new(Sessions);
    private readonly SessionListClient _client;
    private readonly List<string> _printed = [];

    public MoreRecipeExamples() =>
        _client = SessionListClient.Create(new() { CustomerId = _emulator.CustomerId, ApiKey = _emulator.ApiKey }, _emulator.CreateHandler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Recipe_counts_sessions_by_day_of_a_time_zone()
    {
        var client = _client;

        // begin: days-of-a-zone
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
        for (var day = new DateOnly(2026, 4, 8); day <= new DateOnly(2026, 4, 10); day = day.AddDays(1))
        {
            var count = 0;
            var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(day, zone)).Where(SessionDimensions.Country.Is("Brazil"));
            await foreach (var session in client.ListSessionsAsync(query))
                count++;

            Print($"{day:O}: {count}");
        }
        // end: days-of-a-zone

        // The synthetic sessions cover a day in UTC. The day in Brazil begins three hours later.
        var counts = _printed.Select(line => int.Parse(line.Split(' ')[1], null)).ToList();
        Assert.Equal(3, counts.Count);
        Assert.InRange(counts[0], 1, counts[1]);
        Assert.Equal(0, counts[2]);
    }

    [Fact]
    public async Task Recipe_finds_the_viewers_with_the_most_rebuffering()
    {
        var client = _client;
        var evening = SessionPeriod.Between(Day.Start.AddHours(18), Day.End);

        // begin: worst-viewers
        var query = SessionQuery.For(SessionMetrics.RebufferingPercentage, evening)
            .Select(SessionDimensions.SubscriberId, SessionFields.WatchTime, SessionFields.SessionId);
        var stalled = new Dictionary<string, TimeSpan>();
        await foreach (var session in client.ListSessionsAsync(query))
        {
            if (session is { SubscriberId: { } id, WatchTime: { } watched, RebufferingPercentage: { } percentage })
                stalled[id] = stalled.GetValueOrDefault(id) + (watched * percentage / 100);
        }

        var worst = stalled.OrderByDescending(pair => pair.Value).Take(10).ToList();
        // end: worst-viewers

        Assert.Equal(10, worst.Count);
        Assert.True(worst[0].Value > worst[9].Value);
    }

    [Fact]
    public async Task Recipe_writes_sessions_as_JSON_lines()
    {
        var client = _client;
        var file = Path.GetTempFileName();
        var query = SessionQuery.For(SessionMetrics.StartupTime, Day);

        // begin: json-lines
        await using (var lines = new StreamWriter(file))
        {
            await foreach (var session in client.ListSessionsAsync(query))
                await lines.WriteLineAsync(JsonSerializer.Serialize(session));
        }
        // end: json-lines

        var read = File.ReadLines(file).Select(line => JsonSerializer.Deserialize<VideoSession>(line)!.SessionId).ToList();
        File.Delete(file);
        Assert.Equal(await _client.IdsAsync(query), read);
    }

    [Fact]
    public async Task Recipe_polls_sessions_that_ended_since_the_last_poll()
    {
        var client = _client;
        var clock = new FakeTimeProvider(Day.Start.AddHours(12));
        var seen = new List<VideoSession>();
        var since = Day.Start.AddHours(11);

        for (var look = 0; look < 3; look++)
        {
            since = await LookAsync(since);
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(Day.Start.AddHours(12).AddMinutes(5), since);
        Assert.Equal(
            Sessions.Where(session => session.EndTime >= Day.Start.AddHours(11) && session.EndTime < since).Select(session => session.SessionId).Order(),
            seen.Select(session => session.SessionId).Order());

        async Task<DateTimeOffset> LookAsync(DateTimeOffset since)
        {
            // begin: since-the-last-look
            var until = clock.GetUtcNow() - TimeSpan.FromMinutes(15); // sessions take time to arrive
            var query = SessionQuery.For(SessionMetrics.PlaybackScore, SessionPeriod.Between(since, until)).OrderBy(SessionFields.EndTime);
            await foreach (var session in client.ListSessionsAsync(query))
            {
                if (session.EndTime >= since && session.EndTime < until) // each session once, whether or not the service includes the boundaries
                    seen.Add(session);
            }

            return until; // keep it: the next look begins here
            // end: since-the-last-look
        }
    }

    private void Print(string line) => _printed.Add(line);
}
