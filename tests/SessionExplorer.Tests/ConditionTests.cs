using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class ConditionTests
{
    [Theory]
    [InlineData("errors<1.5", "is a count")]
    [InlineData("errors=1.5", "is a count")]
    [InlineData("errors>99999999999999999999", "is a count")]
    [InlineData("errors>NaN", "METRIC>NUMBER")]
    [InlineData("errors>5%", "METRIC>NUMBER")]
    [InlineData("score>NaN", "METRIC>NUMBER")]
    [InlineData("score>Infinity", "out of range")]
    [InlineData("latency>∞", "METRIC>NUMBER")]
    [InlineData("latency>5%", "METRIC>NUMBER")]
    [InlineData("latency>999999999999999999999", "out of range")]
    public async Task Having_number_out_of_range_is_rejected(string condition, string expected)
    {
        var run = await new Explorer().RunAsync("list", "--having", condition);

        Assert.Contains(expected, run.Failed(2));
        Assert.DoesNotContain("(Parameter", run.Error);
    }

    [Theory]
    [InlineData("errors>=2", "errors%3E%3D2")]
    [InlineData("rebuffering>5%", "cirrbufferingratio%3E5")]
    [InlineData("latency>1500ms", "latency%3E1.5")]
    [InlineData("playtime<90s", "playdur%3C1.5")]
    public async Task Having_number_is_sent_unchanged(string condition, string sent)
    {
        var run = await new Explorer().RunAsync("explain", "--having", condition);

        Assert.Contains($"qoefilter={sent}", run.Good().Output);
    }

    [Fact]
    public async Task From_and_To_ambiguous_local_times_include_both_hours_with_note()
    {
        var run = await Berlin("2026-10-25T02:00", "2026-10-25T03:00");

        Assert.Contains("FromUnixSeconds(1792886400, 1792893600)", run.Good().Output);
        Assert.Contains("--from 2026-10-25T02:00 occurs twice", run.Error);
        Assert.DoesNotContain("--to 2026", run.Error);
    }

    [Fact]
    public async Task To_ambiguous_local_time_uses_later_time()
    {
        var run = await Berlin("2026-10-25T01:00", "2026-10-25T02:30");

        Assert.Contains("FromUnixSeconds(1792882800, 1792891800)", run.Good().Output);
        Assert.Contains("the later one is used", run.Error);
    }

    [Fact]
    public async Task From_skipped_local_time_is_rejected()
    {
        var run = await Berlin("2026-03-29T02:30", "2026-03-29T04:00");

        Assert.Contains("--from '2026-03-29T02:30': The local clocks skip this time", run.Failed(2));
    }

    [Theory]
    [InlineData("2026-04-09Z", 1775692800)]
    [InlineData("2026-04-09T00:00+02:00", 1775685600)]
    [InlineData("2026-04-09", 1775685600)]
    public async Task From_date_or_time_is_converted_to_epoch_seconds(string text, long seconds)
    {
        var run = await Berlin(text, "2026-04-10Z");

        Assert.Contains($"FromUnixSeconds({seconds}, 1775779200)", run.Good().Output);
    }

    private static Task<Run> Berlin(string from, string to) =>
        new Explorer().With("TZ", "Europe/Berlin").RunAsync("explain", "--from", from, "--to", to);
}
