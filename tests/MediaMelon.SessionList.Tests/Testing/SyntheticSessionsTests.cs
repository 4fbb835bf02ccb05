using System.Security.Cryptography;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class SyntheticSessionsTests
{
    private static readonly SessionPeriod Day = SessionPeriod.FromUnixSeconds(1775692800, 1775779200);

    private static readonly VideoSession[] Sessions = [.. SyntheticSessions.Generate(20_000, Day)];

    [Fact]
    public async Task Generate_returns_the_same_sessions_on_every_machine()
    {
        var emulator = new SessionListEmulator(SyntheticSessions.Generate(2_000, Day));
        var columns = SessionFields.Standard.Concat(SessionMetrics.All).Concat(SessionDimensions.All).Select(field => field.Name);

        using var response = await emulator.AskAsync(
            $"period={Day}&metrics={string.Join(',', columns)}&sessiontype=started&allstatus=1&limit=2000");
        var hash = SHA256.HashData(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("157953AB1DA0D66D04D34F79E5B0D4CC4C7E3B6E400600E480FB9053E15D6F3B", Convert.ToHexString(hash));
    }

    [Fact]
    public void Generate_returns_the_expected_first_sessions()
    {
        var first = SyntheticSessions.Generate(2, Day)
            .Select(session => $"{session.SessionId} {session.Country} {session.AssetName}");

        Assert.Equal(
            [
                "af77d71e-f5cf-ce12-aa16-85bd19fd38cb France Nine Bridges to Ostrava",
                "d439ba61-c590-5fe6-add7-f5dbe7a1ee7d France Moorland Division, Episode 4",
            ],
            first);
    }

    [Fact]
    public void Generate_depends_on_the_seed_only()
    {
        Assert.Equal(Sessions.Select(Describe), SyntheticSessions.Generate(20_000, Day, seed: 1).Select(Describe));
        Assert.Empty(Sessions.Select(Describe).Intersect(SyntheticSessions.Generate(20_000, Day, seed: -2).Select(Describe)));
    }

    [Fact]
    public void Generate_is_lazy()
    {
        var first = SyntheticSessions.Generate(int.MaxValue, Day).Take(3);

        Assert.Equal(3, first.Distinct().Count());
    }

    [Fact]
    public void Generate_with_negative_count_or_null_period_throws_immediately()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticSessions.Generate(-1, Day));
        Assert.Throws<ArgumentNullException>(() => SyntheticSessions.Generate(1, null!));
        Assert.Empty(SyntheticSessions.Generate(0, Day));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1775749962, 1775749972)]
    [InlineData(1775749962, 1775836362)]
    [InlineData(1775749962, 1807285962)]
    [InlineData(0, 99_999_999_999)]
    public void Generate_returns_consistent_sessions_within_the_period(long start, long end)
    {
        var period = SessionPeriod.FromUnixSeconds(start, end);

        var sessions = SyntheticSessions.Generate(3_000, period).ToList();

        Assert.Equal(3_000, sessions.Select(session => session.SessionId).Distinct().Count());
        Assert.Equal(sessions.OrderBy(session => session.StartTime), sessions);
        Assert.All(sessions, session => AssertConsistent(session, period));
    }

    private static string Describe(VideoSession session) =>
        $"{session.SessionId} {session.EndTime} {session.PlaybackScore} {session.Cdn}";

    private static void AssertConsistent(VideoSession session, SessionPeriod period)
    {
        var last = session.EndTime ?? period.End;
        Assert.InRange(session.StartTime!.Value, period.Start, period.End.AddSeconds(-1));
        Assert.InRange(last, session.StartTime.Value, period.End);
        Assert.Equal(0, last.Ticks % TimeSpan.TicksPerSecond);
        Assert.InRange(session.WatchTime!.Value, TimeSpan.Zero, last - session.StartTime.Value);
        Assert.InRange(session.Playtime ?? TimeSpan.Zero, TimeSpan.Zero, session.WatchTime.Value);
        Assert.InRange(session.StartupTime ?? TimeSpan.Zero, TimeSpan.Zero, last - session.StartTime.Value);
        Assert.InRange(session.RebufferingPercentage ?? 0, 0, session.BufferingTimePercentage ?? 0);
        Assert.InRange(session.BufferingTimePercentage ?? 0, 0, 100);
        Assert.InRange(session.PlaybackScore ?? 0, 0, 100);
        Assert.InRange(session.FatalErrors ?? 0, 0, session.Errors ?? 0);
        Assert.Equal(session.Errors > 0, session.ErrorCode is not null);

        var underWay = session.ViewStatus == ViewStatus.Running || session.ViewStatus == ViewStatus.Loaded;
        Assert.Equal(underWay, session.EndTime is null);
        if (session.StartupTime is null)
            Assert.Equal(TimeSpan.Zero, session.WatchTime);
        if (session.OperatingSystem is "iOS" or "macOS")
            Assert.Equal(("HLS", true), (session.SourceFormat, session.Drm is null or "FairPlay"));
        if (session.SourceFormat == "MP4")
            Assert.Equal((false, null), (session.IsLive, session.Drm));
    }
}
