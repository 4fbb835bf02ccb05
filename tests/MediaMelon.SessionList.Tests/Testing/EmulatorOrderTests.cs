using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorOrderTests
{
    private readonly SessionListEmulator _emulator = new(
    [
        Sample.Session("none"),
        Session("mid", "10", 9, "b", true),
        Session("top", "9.5", 10, "c", true),
        Session("mid2", "10.0", 9, "B", false),
        Session("low", "\"1\"", 0.5, "a", false),
        Sample.Session("none2").With("rank", "null"),
    ]);

    [Theory]
    [InlineData("limit=9", "none mid top mid2 low none2")]
    [InlineData("order=asc", "none mid top mid2 low none2")]
    [InlineData("orderby=latency", "top mid mid2 low none none2")]
    [InlineData("orderby=latency&order=desc", "top mid mid2 low none none2")]
    [InlineData("orderby=latency&order=asc", "low mid mid2 top none none2")]
    [InlineData("orderby=assetname&order=asc", "mid2 low mid top none none2")]
    [InlineData("orderby=islive&order=asc", "mid2 low mid top none none2")]
    [InlineData("orderby=endtime&order=desc", "none mid top mid2 low none2")]
    [InlineData("orderby=rank&order=asc", "top mid mid2 low none none2")]
    [InlineData("orderby=nosuchcolumn", "none mid top mid2 low none2")]
    public async Task Orderby_sorts_stably_and_puts_sessions_without_a_value_last(string parameters, string expected)
    {
        Assert.Equal(expected, await _emulator.IdsAsync(parameters));
    }

    [Fact]
    public async Task Orderby_sorts_before_paging()
    {
        Assert.Equal("mid mid2", await _emulator.IdsAsync("orderby=latency&limit=2&offset=1"));
    }

    [Fact]
    public async Task Orderby_status_ignores_case()
    {
        var emulator = new SessionListEmulator(
        [
            Sample.Session("a") with { ViewStatus = new ViewStatus("ended") },
            Sample.Session("b") with { ViewStatus = new ViewStatus("DROPPED") },
            Sample.Session("c") with { ViewStatus = new ViewStatus("Ended") },
            Sample.Session("d") with { ViewStatus = new ViewStatus("dropped") },
        ]);

        Assert.Equal("b d a c", await emulator.IdsAsync("orderby=status&order=asc"));
    }

    private static VideoSession Session(string id, string rank, double startup, string asset, bool live) =>
        Sample.Session(id).With("rank", rank) with
        {
            StartupTime = TimeSpan.FromSeconds(startup),
            AssetName = asset,
            IsLive = live,
        };
}
