using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class ShardTests : IDisposable
{
    private readonly DataSet _whole = new();
    private readonly DataSet _shared = new();

    public void Dispose()
    {
        _whole.Dispose();
        _shared.Dispose();
    }

    [Fact]
    public async Task Two_shards_cover_each_session_once_and_equal_a_single_run()
    {
        var runs = await Task.WhenAll(
            new Worker().RunAsync("--demo", "--output", _whole.Folder),
            new Worker().RunAsync("--demo", "--output", _shared.Folder, "--shard", "0/2"),
            new Worker().RunAsync("--demo", "--output", _shared.Folder, "--shard", "1/2"));

        Assert.All(runs, run => run.Good());
        Assert.DoesNotContain("Skipped", runs[1].Error + runs[2].Error, StringComparison.Ordinal);
        _shared.MustEqual(_whole);
        Assert.Equal(BuiltIn.HoursOfDay, _shared.Files.Count);
        Assert.Equal(BuiltIn.Ids(BuiltIn.Ended), _shared.Query<string>("SELECT session_id FROM sessions ORDER BY 1"));
    }

    [Fact]
    public async Task A_shard_has_every_nth_hour()
    {
        (await new Worker().RunAsync("--demo", "--output", _shared.Folder, "--shard=1/8")).Good();

        string[] hours = ["01", "09", "17"];
        Assert.Equal(hours.Select(hour => $"dt=2026-04-09/hour={hour}/sessions.parquet"), _shared.Files);
    }
}
