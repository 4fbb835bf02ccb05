using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class SyntheticSessionsStoryTests
{
    private static readonly SessionPeriod Day = SessionPeriod.FromUnixSeconds(1775692800, 1775779200);

    private static readonly VideoSession[] Sessions = [.. SyntheticSessions.Generate(20_000, Day)];

    [Theory]
    [InlineData(0.50, 1.2, 1.6)]
    [InlineData(0.95, 4.0, 6.0)]
    [InlineData(0.999, 15, 60)]
    public void Synthetic_startup_times_are_short_with_a_long_tail(double share, double least, double most)
    {
        var seconds = Sessions.Select(session => session.StartupTime?.TotalSeconds).OfType<double>().Order().ToList();

        Assert.InRange(seconds[(int)(share * seconds.Count)], least, most);
    }

    [Fact]
    public void Synthetic_sessions_peak_in_the_evening()
    {
        var byHour = Sessions.CountBy(session => session.StartTime!.Value.Hour).ToDictionary();

        Assert.InRange(byHour.MaxBy(hour => hour.Value).Key, 19, 21);
        Assert.True(byHour[20] > 8 * byHour[4]);
    }

    [Fact]
    public void Synthetic_sessions_mostly_succeed_and_a_few_fail()
    {
        AssertShare(0.90, 0.97, session => session.ViewStatus == ViewStatus.Ended);
        AssertShare(0.02, 0.08, session => session.ViewStatus == ViewStatus.Dropped);
        AssertShare(0.001, 0.02, session => session.ViewStatus == ViewStatus.Running);
        AssertShare(0.0005, 0.005, session => session.ViewStatus == ViewStatus.Loaded);
        AssertShare(0.004, 0.03, session => session.StartupTime is null && session.FatalErrors == 1);
        AssertShare(0.92, 0.98, session => session.Errors == 0);
        AssertShare(0.03, 0.09, session => session.SubscriberId is null);
    }

    [Fact]
    public void Synthetic_sessions_have_many_values_per_dimension()
    {
        Assert.Equal(12, Kinds(session => session.Country));
        Assert.Equal(4, Kinds(session => session.DeviceType));
        Assert.Equal(9, Kinds(session => session.OperatingSystem));
        Assert.Equal(4, Kinds(session => session.Cdn));
        Assert.Equal(40, Kinds(session => session.AssetName));
        Assert.Equal(3, Kinds(session => session.SourceFormat));
        Assert.Equal(3, Kinds(session => session.Drm));
        Assert.Equal(2, Kinds(session => session.IsLive?.ToString()));
    }

    [Fact]
    public void Synthetic_subscribers_have_several_sessions_in_the_same_country()
    {
        var bySubscriber = Sessions
            .Where(session => session.SubscriberId is not null)
            .GroupBy(session => session.SubscriberId)
            .ToList();

        Assert.InRange(bySubscriber.Count, 2_000, 7_000);
        Assert.InRange(bySubscriber.Max(group => group.Count()), 10, 40);
        Assert.Contains(bySubscriber, group => group.Key == "user-12345" && group.Count() > 5);
        Assert.All(bySubscriber, group => Assert.Single(group.DistinctBy(session => session.Country)));
    }

    [Fact]
    public void Synthetic_playback_score_decreases_with_rebuffering()
    {
        var smooth = Sessions.Where(session => session.RebufferingPercentage < 1).Average(session => session.PlaybackScore);
        var stalled = Sessions.Where(session => session.RebufferingPercentage > 10).Average(session => session.PlaybackScore);

        Assert.InRange(smooth!.Value, 85, 100);
        Assert.InRange(stalled!.Value, 10, 60);
    }

    [Fact]
    public void Synthetic_rebuffering_increases_with_worse_network_device_and_CDN()
    {
        var best = Stalls(session => session is { Country: "Japan" or "United Kingdom", DeviceType: "TV", Cdn: "Aurora" });
        var worst = Stalls(session => session is { Country: "India" or "South Africa", DeviceType: "mobile", Cdn: "Delta" });

        Assert.True(worst > 2 * best, $"Worst: {worst}. Best: {best}.");
    }

    [Fact]
    public void Synthetic_sessions_contain_a_two_hour_incident_of_one_CDN_on_Android_in_Brazil()
    {
        var devices = Sessions
            .Where(session => session is { Country: "Brazil", OperatingSystem: "Android" })
            .Where(session => session.StartTime!.Value.Hour is 19 or 20)
            .ToList();
        var bad = devices.Where(session => session.Cdn == "Borealis").ToList();
        var near = devices.Where(session => session.Cdn != "Borealis").ToList();

        Assert.InRange(bad.Count, 40, 200);
        Assert.InRange(bad.Average(session => session.RebufferingPercentage)!.Value, 15, 40);
        Assert.InRange(near.Average(session => session.RebufferingPercentage)!.Value, 0, 3);
    }

    private static int Kinds(Func<VideoSession, string?> of) => Sessions.Select(of).OfType<string>().Distinct().Count();

    private static double? Stalls(Func<VideoSession, bool> kind) =>
        Sessions.Where(kind).Average(session => session.RebufferingPercentage);

    private static void AssertShare(double least, double most, Func<VideoSession, bool> kind) =>
        Assert.InRange(Sessions.Count(kind) / (double)Sessions.Length, least, most);
}
