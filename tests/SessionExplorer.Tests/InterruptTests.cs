using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Interrupt_during_hanging_request_ends_program()
    {
        using var running = new Explorer().Latency(3_600_000).StartInterruptible("top");
        await running.WaitForErrorAsync("Exploring built-in data");

        await running.InterruptAsync();
        var run = await running.EndAsync();

        Assert.Equal("Interrupted.", run.Failed(130));
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task Interrupt_of_watch_ends_with_success(string format)
    {
        using var running = new Explorer().StartInterruptible("watch", "--every", "1h", "--output", format);
        await running.WaitForErrorAsync("Exploring built-in data");

        await running.InterruptAsync();
        var run = await running.EndAsync();

        Assert.Matches("Stopped after [01] polls, ", run.Ended(0).Error);
        Assert.True(format == "ndjson" || run.Output.TrimEnd().EndsWith(']'), run.Output);
    }

    [Fact]
    public async Task Interrupt_of_listing_reports_progress()
    {
        using var running = new Explorer()
            .Latency(20)
            .WithProgressPerPage()
            .StartInterruptible("breakdown", "cdn", "--page-size", "50");
        await running.WaitForErrorAsync("3 pages");

        await running.InterruptAsync();
        var run = await running.EndAsync();

        Assert.Equal("Interrupted.", run.Failed(130));
        Assert.Matches(@"Stopped after \d+ pages, \d+,?\d* sessions\.", run.Error);
    }

    [Fact]
    public async Task Interrupt_of_export_leaves_resumable_export()
    {
        var uninterrupted = _workspace["uninterrupted.csv"];
        (await new Explorer().RunAsync("export", uninterrupted)).Good();

        var file = _workspace["sessions.csv"];
        using var running = new Explorer().Latency(20).WithProgressPerPage()
            .StartInterruptible("export", file, "--page-size", "50");
        await running.WaitForErrorAsync("10 pages");
        await running.InterruptAsync();
        var run = await running.EndAsync();

        Assert.Equal("Interrupted.", run.Failed(130));
        Assert.Contains($"sessions are saved in {file}.part. Run the same command with --resume to continue.", run.Error);
        Assert.True(File.Exists(file + ".checkpoint"));
        Assert.EndsWith("\n", File.ReadAllText(file + ".part"));

        (await new Explorer().RunAsync("export", file, "--page-size", "50", "--resume")).Good();
        Assert.Equal(File.ReadAllText(uninterrupted), File.ReadAllText(file));
    }
}
