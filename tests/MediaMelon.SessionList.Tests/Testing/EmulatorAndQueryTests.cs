using System.Text.Json;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

/// <summary>Sends queries of the client to the emulator. The formatter and the parser share no code.</summary>
public sealed class EmulatorAndQueryTests
{
    private static readonly SessionPeriod Day = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);

    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(5_000, Day));

    [Theory]
    [InlineData("metrics=latency,sessionid&aggby=sessionid&orderby=latency&order=desc&limit=25", 25)]
    [InlineData("metrics=cirrbufferingratio,sessionid&filter=[platform=Android]&qoefilter=cirrbufferingratio>10", 1)]
    [InlineData("metrics=qualityofexperience,sessionid&filter=[subscriberid=user-12345]&orderby=starttime&order=desc", 1)]
    public async Task Emulator_accepts_the_examples_of_the_vendor_unchanged(string parameters, int least)
    {
        using var response = await _emulator.AskAsync($"period=start=1775749962,end=1775836362&{parameters}");
        var page = JsonElement.Parse(await response.TextAsync());

        Assert.InRange(page.GetProperty("response").GetArrayLength(), least, 1000);
    }

    [Fact]
    public async Task Emulator_applies_every_step_of_a_query()
    {
        var query = SessionQuery.For(SessionMetrics.StartupTime, Day)
            .Where(SessionDimensions.Country.In("Brazil", "South Africa"))
            .Where(SessionDimensions.IsLive.Is(false))
            .Where(SessionDimensions.ViewStatus.In(ViewStatus.Ended, ViewStatus.Dropped))
            .Where(SessionMetrics.StartupTime > TimeSpan.FromMilliseconds(1500))
            .Where(SessionMetrics.Playtime <= TimeSpan.FromMinutes(30))
            .Include(SessionDimensions.Country)
            .OrderBy(SessionFields.StartTime)
            .WithSessionType(SessionType.Started)
            .WithAllStatuses()
            .Skip(2)
            .Take(10);

        using var response = await _emulator.SendAsync(
            query.ToUri(new Uri("https://sessions.example"), _emulator.CustomerId).PathAndQuery);
        var rows = JsonElement.Parse(await response.TextAsync()).GetProperty("response").EnumerateArray().ToList();

        Assert.Equal(10, rows.Count);
        Assert.Equal(Expected().Skip(2).Take(10), rows.Select(row => row.GetProperty("sessionid").GetString()));
    }

    private static IEnumerable<string?> Expected() => SyntheticSessions.Generate(5_000, Day)
        .Where(session => session.Country is "Brazil" or "South Africa" && session.IsLive == false)
        .Where(session => session.ViewStatus == ViewStatus.Ended || session.ViewStatus == ViewStatus.Dropped)
        .Where(session => session.StartupTime > TimeSpan.FromSeconds(1.5) && session.Playtime <= TimeSpan.FromMinutes(30))
        .Select(session => session.SessionId);
}
