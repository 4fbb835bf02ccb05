using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorPeriodTests
{
    private static readonly VideoSession[] Sessions =
    [
        Session("tooEarly", 900, 999.9),
        Session("first", 900, 1000),
        Session("inside", 1000, 1999.999),
        Session("last", 1500, 2000),
        Session("tooLate", 2000, 2000.001),
        Session("open", 1500, null),
        Session("unknown", null, null),
    ];

    [Theory]
    [InlineData("ended", true, "first inside last")]
    [InlineData("ended", false, "first inside")]
    [InlineData("started", true, "inside last tooLate open")]
    [InlineData("started", false, "inside last open")]
    public async Task Period_keeps_sessions_by_end_time_or_start_time(string type, bool endIsInclusive, string expected)
    {
        var emulator = new SessionListEmulator(Sessions) { EndIsInclusive = endIsInclusive };

        Assert.Equal(expected, await emulator.IdsAsync("sessiontype=" + type));
    }

    [Fact]
    public async Task Period_applies_to_the_end_time_by_default()
    {
        var emulator = new SessionListEmulator(Sessions);

        Assert.Equal(await emulator.IdsAsync("sessiontype=ended"), await emulator.IdsAsync("limit=1000"));
    }

    [Theory]
    [InlineData("allstatus=0", "ended dropped odd none")]
    [InlineData("limit=9", "ended dropped odd none")]
    [InlineData("allstatus=1", "ended running RUNNING loaded dropped odd none")]
    public async Task Sessions_in_progress_are_listed_with_allstatus_only(string parameter, string expected)
    {
        var emulator = new SessionListEmulator(
        [
            WithStatus("ended"), WithStatus("running"), WithStatus("RUNNING"), WithStatus("loaded"), WithStatus("dropped"),
            WithStatus("odd"), Sample.Session("none") with { ViewStatus = null },
        ]);

        Assert.Equal(expected, await emulator.IdsAsync(parameter));
    }

    private static VideoSession Session(string id, double? start, double? end) => new()
    {
        SessionId = id,
        StartTime = start is { } from ? Sample.At(from) : null,
        EndTime = end is { } to ? Sample.At(to) : null,
    };

    private static VideoSession WithStatus(string status) => Sample.Session(status) with { ViewStatus = new ViewStatus(status) };
}
