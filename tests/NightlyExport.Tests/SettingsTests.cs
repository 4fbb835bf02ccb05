using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("--shrad 0/2", "'--shrad' is no option. There are --output, --day,")]
    [InlineData("--shard", "--shard needs a value.")]
    [InlineData("--demo --shard 2/2", "Shard counts from 0: of N shards there are 0/N to N-1/N")]
    [InlineData("--demo --shard half", "Shard must read I/N, such as 0/4; it is 'half'.")]
    [InlineData("--demo --day 09.04.2026", "Day must read like 2026-04-09; it is '09.04.2026'.")]
    [InlineData("--demo --from 2026-04-09T06:00Z", "From and To go together; one of them is missing.")]
    [InlineData("--demo --from 2026-04-09T06:30Z --to 2026-04-09T08:00Z", "From must be on the hour")]
    [InlineData("--demo --hours-at-a-time 0", "HoursAtATime must be 1 to 64; it is 0.")]
    [InlineData("--day 4999-12-31", "The period must be over; it ends at 5000-01-01 00:00:00Z.")]
    [InlineData("--demo --hours-at-a-time many", "'many'")]
    [InlineData("--day 2026-04-09", "Set MediaMelon__CustomerId and MediaMelon__ApiKey in the environment, or try --demo")]
    public async Task Wrong_settings_are_told_in_a_line_before_anything_is_done(string arguments, string message)
    {
        var run = await new Worker().RunAsync(["--output", _data["sessions"], .. arguments.Split(' ')]);

        Assert.Contains(message, run.Ended(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(_data.Files);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_a_failure()
    {
        var worker = new Worker()
            .With("MediaMelon__CustomerId", "1").With("MediaMelon__ApiKey", "key-of-a-test")
            .With("MediaMelon__BaseAddress", "http://127.0.0.1:9").With("MediaMelon__MaxRetries", "0");

        var run = await worker.RunAsync("--day", "2025-04-09", "--output", _data.Folder);

        Assert.Contains("Failed. The same command goes on", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-a-test", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_data.Files, file => file.EndsWith(".parquet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standard_output_is_the_telemetry_of_worker_and_client()
    {
        var run = (await new Worker().RunAsync("--demo", "--output", _data.Folder, "--shard", "7/24")).Good();

        Assert.Contains("nightly hour", run.Output, StringComparison.Ordinal);
        Assert.Contains("sessionlist listing", run.Output, StringComparison.Ordinal);
        Assert.Contains("nightly_export.sessions", run.Output, StringComparison.Ordinal);
        Assert.Contains("mediamelon.sessionlist.page.duration", run.Output, StringComparison.Ordinal);
    }
}
