using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class ExportTests : IDisposable
{
    private const string Columns = "start_time,asset_name,is_live,latency,errors,error_code";

    private const string SqlOfAll =
        "select count(*), count(distinct session_id), min(start_time), max(end_time), round(sum(startup_seconds), 3) "
        + "from sessions";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("sessions.csv")]
    [InlineData("sessions.ndjson")]
    [InlineData("sessions.parquet")]
    public async Task Export_file_contains_all_sessions_of_service(string name)
    {
        var file = _workspace[name];
        var export = await new Explorer().RunAsync("export", file);
        export.Good();

        var expected = await new Explorer().RunAsync("sql", SqlOfAll);
        var exported = await new Explorer().RunAsync("sql", SqlOfAll, "--file", file);

        Assert.Equal(expected.Good().Output, exported.Good().Output);
        Assert.Equal([file], Directory.GetFiles(_workspace.Folder));
        Assert.Contains($"sessions to {file}.", export.Error);
    }

    [Theory]
    [InlineData("few.csv")]
    [InlineData("few.ndjson")]
    public async Task Export_with_columns_writes_only_these_columns(string name)
    {
        var file = _workspace[name];
        var run = await new Explorer()
            .RunAsync("export", file, "--columns", Columns, "--order-by", "errors", "--desc", "--take", "5");
        run.Good();

        GoldenFile.Check($"export-{name}", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("none.csv")]
    [InlineData("none.ndjson")]
    [InlineData("none.parquet")]
    public async Task Export_without_sessions_writes_empty_file(string name)
    {
        var run = await new Explorer().RunAsync("export", _workspace[name], "--where", "country=Nowhere");

        run.Good();
        Assert.True(File.Exists(_workspace[name]));
    }

    [Theory]
    [InlineData("sessions.csv", 15)]
    [InlineData("sessions.ndjson", 15)]
    [InlineData("sessions.parquet", 30)]
    public async Task Export_killed_and_resumed_equals_uninterrupted_export(string name, int pages)
    {
        var uninterrupted = _workspace["uninterrupted-" + name];
        (await Export(uninterrupted).RunAsync(Command(uninterrupted))).Good();

        var file = _workspace[name];
        using (var killed = Export(file).Latency(20).WithProgressPerPage().StartInterruptible(Command(file)))
        {
            await killed.WaitForErrorAsync($"{pages} pages");
            killed.Kill();
            await killed.EndAsync();
        }

        // Simulates a kill in the middle of a row.
        Assert.False(File.Exists(file));
        await File.AppendAllTextAsync(file + ".part", "half a row", TestContext.Current.CancellationToken);
        var resumed = await Export(file).RunAsync([.. Command(file), "--resume"]);

        resumed.Good();
        Assert.Equal(await BytesAsync(uninterrupted), await BytesAsync(file));
        Assert.False(File.Exists(file + ".part") || File.Exists(file + ".checkpoint"));
    }

    [Fact]
    public async Task Export_resumed_later_keeps_its_original_period()
    {
        var uninterrupted = _workspace["uninterrupted.csv"];
        (await new Explorer().RunAsync("export", uninterrupted)).Good();

        var file = _workspace["sessions.csv"];
        using (var killed = new Explorer().Latency(50).WithProgressPerPage()
            .StartInterruptible("export", file, "--parallel", "1"))
        {
            await killed.WaitForErrorAsync("2 pages");
            killed.Kill();
            await killed.EndAsync();
        }

        (await new Explorer().With("SESSIONEXPLORER_NOW", "2026-04-10T19:00:00Z").RunAsync("export", file, "--resume")).Good();
        Assert.Equal(await BytesAsync(uninterrupted), await BytesAsync(file));
    }

    [Fact]
    public async Task Export_to_existing_file_without_overwrite_is_rejected()
    {
        var file = _workspace.Write("sessions.csv", "precious");
        var refused = await new Explorer().RunAsync("export", file);
        Assert.Contains("--overwrite", refused.Failed(2));
        Assert.Equal("precious", File.ReadAllText(file));

        (await new Explorer().RunAsync("export", file, "--resume")).Good();
        Assert.Equal("precious", File.ReadAllText(file));

        (await new Explorer().RunAsync("export", file, "--overwrite")).Good();
        Assert.NotEqual("precious", File.ReadAllText(file));
    }

    [Fact]
    public async Task Export_resume_with_checkpoint_of_other_query_is_rejected()
    {
        var file = _workspace["sessions.csv"];
        using (var killed = new Explorer().Latency(50).WithProgressPerPage()
            .StartInterruptible("export", file, "--parallel", "1"))
        {
            await killed.WaitForErrorAsync("2 pages");
            killed.Kill();
            await killed.EndAsync();
        }

        var restarted = await new Explorer().RunAsync("export", file);
        var otherFilter = await new Explorer().RunAsync("export", file, "--resume", "--where", "country=US");
        var otherColumns = await new Explorer().RunAsync("export", file, "--resume", "--columns", "country");

        Assert.Contains("--resume continues", restarted.Failed(2));
        Assert.Contains("differs in --where", otherFilter.Failed(2));
        Assert.Contains("differs in --columns", otherColumns.Failed(2));
    }

    // Enough for two row groups of Parquet.
    private static Explorer Export(string file) =>
        new Explorer().With("SESSIONEXPLORER_SESSIONS", IsParquet(file) ? "45000" : "4000");

    private static string[] Command(string file) =>
        ["export", file, "--parallel", "2", "--page-size", IsParquet(file) ? "1000" : "100"];

    private static bool IsParquet(string file) => file.EndsWith(".parquet", StringComparison.Ordinal);

    private static Task<byte[]> BytesAsync(string file) => File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
}
