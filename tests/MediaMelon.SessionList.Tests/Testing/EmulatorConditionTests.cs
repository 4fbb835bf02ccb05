using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorConditionTests
{
    private readonly SessionListEmulator _emulator = new(
    [
        Sample.Session("a") with { StartupTime = TimeSpan.FromSeconds(1), Playtime = TimeSpan.FromMinutes(1), Errors = 0 },
        Sample.Session("b") with { StartupTime = TimeSpan.FromSeconds(1.5), WatchTime = TimeSpan.FromMinutes(1), Errors = 2 },
        Sample.Session("c").With("buffcount", "7") with { StartupTime = TimeSpan.FromSeconds(20), RebufferingPercentage = 12.5 },
        Sample.Session("d").With("buffcount", "\"7\"") with { ErrorCode = "9", IsLive = true, PlaybackScore = double.NaN },
    ]);

    [Theory]
    [InlineData("latency>1.5", "c")]
    [InlineData("latency>=1.5", "b c")]
    [InlineData("latency<1.5", "a")]
    [InlineData("latency<=1.5", "a b")]
    [InlineData("latency=1.5", "b")]
    [InlineData("latency > 1.5", "c")]
    [InlineData("latency>=1 AND latency<20", "a b")]
    [InlineData("latency>=1 AND errors>0", "b")]
    [InlineData("errors>=0", "a b")]
    [InlineData("errors>-1", "a b")]
    [InlineData("playdur=1", "a")]
    [InlineData("watchtime=60", "b")]
    [InlineData("cirrbufferingratio>12.4", "c")]
    [InlineData("endtime>=1500 AND endtime<1501", "a b c d")]
    [InlineData("buffcount>5", "c")]
    [InlineData("errorcode>5", "")]
    [InlineData("islive>0", "")]
    [InlineData("qualityofexperience<101", "")]
    [InlineData("nosuchcolumn<1", "")]
    public async Task Qoefilter_keeps_sessions_with_a_number_that_satisfies_every_condition(string conditions, string expected)
    {
        Assert.Equal(expected, await _emulator.IdsAsync("qoefilter=" + conditions));
    }
}
