using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests the progress on standard error while a command waits.</summary>
public class ProgressTests
{
    [Fact]
    public async Task Progress_waiting_time_without_response_is_shown()
    {
        using var running = new Explorer().Latency(3_600_000).WithProgressPerPage().StartInterruptible("top");

        await running.WaitForErrorAsync("No page yet, waiting for 1 s");

        await running.InterruptAsync();
        Assert.Equal("Interrupted.", (await running.EndAsync()).Failed(130));
    }

    [Fact]
    public async Task Progress_retry_shows_attempt_wait_and_reason()
    {
        using var service = new FakeService(429) { Headers = { ["Retry-After"] = "30" } };
        using var running = new Explorer()
            .WithKey()
            .WithProgressPerPage()
            .StartInterruptible("top", "--base-url", service.BaseAddress);

        await running.WaitForErrorAsync("attempt 2 of 4, waiting 30 s after ");

        await running.InterruptAsync();
        var run = await running.EndAsync();
        Assert.Equal("Interrupted.", run.Failed(130));
        Assert.Contains("429", run.Error);
    }

    [Fact]
    public async Task Progress_retry_after_failed_connection_shows_no_type_name()
    {
        var explorer = new Explorer().WithKey().WithProgressPerPage();
        using var running = explorer.StartInterruptible("top", "--base-url", "http://127.0.0.1:1/");

        await running.WaitForErrorAsync("after a failed connection");

        await running.InterruptAsync();
        Assert.Equal("Interrupted.", (await running.EndAsync()).Failed(130));
    }

    [Theory]
    [InlineData("dumb", false)]
    [InlineData("xterm", true)]
    public async Task Progress_line_fits_terminal_and_uses_supported_escapes(string terminal, bool erases)
    {
        var explorer = new Explorer().Latency(20).WithProgressPerPage().With("TERM", terminal);
        var run = await Terminal.RunRawAsync(explorer, 40, "histogram", "startup", "--page-size", "500");

        Assert.Equal(erases, run.Good().Output.Contains("\u001b[K"));
        var lines = run.Output
            .Split('\r', '\n')
            .Select(line => line.Replace("\u001b[K", "").TrimEnd())
            .Where(line => line.Contains("page"));
        Assert.All(lines, line => Assert.True(line.Length < 40, line));
        Assert.NotEmpty(lines);
    }

    [Fact]
    public async Task Progress_count_of_one_is_singular()
    {
        var run = await new Explorer().WithProgressPerPage().RunAsync("list", "--take", "1");

        Assert.Contains("1 page, 1 session of 1", run.Good().Error);
    }
}
