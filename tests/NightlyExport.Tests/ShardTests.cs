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
    public async Task Shards_two_shards_equal_single_run()
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
    public async Task Shard_contains_every_nth_hour()
    {
        (await new Worker().RunAsync("--demo", "--output", _shared.Folder, "--shard=1/8")).Good();

        string[] hours = ["01", "09", "17"];
        Assert.Equal(hours.Select(hour => $"dt=2026-04-09/hour={hour}/sessions.parquet"), _shared.Files);
    }

    [Theory]
    [InlineData("JOB_COMPLETION_INDEX=1", "auto/8")]
    [InlineData("SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=8 SLURM_ARRAY_TASK_MIN=0", "auto")]
    [InlineData("SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=1 SLURM_ARRAY_TASK_MIN=1", "auto/8")]
    public async Task Shard_auto_uses_index_of_scheduler(string environment, string shard)
    {
        (await In(environment).RunAsync("--demo", "--output", _shared.Folder, "--shard", shard)).Good();

        string[] hours = ["01", "09", "17"];
        Assert.Equal(hours.Select(hour => $"dt=2026-04-09/hour={hour}/sessions.parquet"), _shared.Files);
    }

    [Theory]
    [InlineData("", "auto", "neither JOB_COMPLETION_INDEX nor SLURM_ARRAY_TASK_ID is set")]
    [InlineData("JOB_COMPLETION_INDEX=1", "auto", "Kubernetes does not provide the number of completions: write auto/N")]
    [InlineData("JOB_COMPLETION_INDEX=4", "auto/4", "of N shards there are 0/N to N-1/N")]
    [InlineData("JOB_COMPLETION_INDEX=one", "auto/4", "Shard must be I/N")]
    [InlineData("JOB_COMPLETION_INDEX=1 SLURM_ARRAY_TASK_ID=1", "auto/4", "are both set")]
    [InlineData("SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=1 SLURM_ARRAY_TASK_MIN=2", "auto",
        "The job array must be 0 to N-1")]
    [InlineData("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=0", "auto",
        "The job array must be 0 to N-1")]
    public async Task Shard_auto_ambiguous_environment_is_rejected(string environment, string shard, string message)
    {
        var run = await In(environment).RunAsync("--demo", "--output", _shared.Folder, "--shard", shard);

        Assert.Contains(message, run.Ended(2).Error, StringComparison.Ordinal);
        Assert.Empty(_shared.Files);
    }

    private static Worker In(string environment)
    {
        var worker = new Worker();
        foreach (var pair in environment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            worker.With(pair.Split('=')[0], pair.Split('=')[1]);

        return worker;
    }
}
