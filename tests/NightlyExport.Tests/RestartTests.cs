using System.Diagnostics;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class RestartTests : IDisposable
{
    private readonly DataSet _uninterrupted = new();
    private readonly DataSet _interrupted = new();

    public void Dispose()
    {
        _uninterrupted.Dispose();
        _interrupted.Dispose();
    }

    [Fact]
    public async Task Export_killed_and_restarted_equals_uninterrupted_run()
    {
        using (var killed = new Worker().Slow().Start("--demo", "--output", _interrupted.Folder))
        {
            await killed.WaitForErrorAsync("Wrote dt=");
            killed.Kill();
            await killed.EndAsync();
        }

        // Simulates a kill in the middle of a row.
        var finished = _interrupted.Files.Count(file => file.EndsWith(".parquet", StringComparison.Ordinal));
        Assert.InRange(finished, 1, BuiltIn.HoursOfDay - 1);
        Directory.CreateDirectory(_interrupted["dt=2026-04-09/hour=23"]);
        File.WriteAllText(_interrupted["dt=2026-04-09/hour=23/sessions.parquet.tmp"], "half a row");

        var again = await StartAgainAsync();

        Assert.Equal(finished, again.Error.Split('\n').Count(IsNotWritten));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Export_interrupted_logs_it_and_continues_on_restart(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs kill of Linux.");
        using (var interrupted = new Worker().Slow().StartInterruptible("--demo", "--output", _interrupted.Folder))
        {
            await interrupted.WaitForErrorAsync("Wrote dt=");
            await interrupted.SignalAsync(signal);
            var run = (await interrupted.EndAsync()).Ended(130);
            Assert.Contains("Interrupted; ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(_interrupted.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
        }

        await StartAgainAsync();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Export_interrupted_during_slow_response_ends_at_once_without_file(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs kill of Linux.");
        var worker = new Worker().With("Demo__Latency", "00:01:00");
        using var interrupted = worker.StartInterruptible("--demo", "--output", _interrupted.Folder);
        await interrupted.WaitForErrorAsync("Exporting 24 hours");
        var clock = Stopwatch.StartNew();
        await interrupted.SignalAsync(signal);

        var run = (await interrupted.EndAsync()).Ended(130);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30)); // the response takes one minute
        Assert.Contains("Interrupted; 24 of 24 hours are not done", run.Error, StringComparison.Ordinal);
        Assert.Empty(_interrupted.Files);
    }

    private static bool IsNotWritten(string line) =>
        line.Contains("Skipped dt=", StringComparison.Ordinal) || line.Contains("again: unchanged.", StringComparison.Ordinal);

    private async Task<Run> StartAgainAsync()
    {
        var runs = await Task.WhenAll(
            new Worker().RunAsync("--demo", "--output", _interrupted.Folder),
            new Worker().RunAsync("--demo", "--output", _uninterrupted.Folder));

        Assert.All(runs, run => run.Good());
        _interrupted.MustEqual(_uninterrupted);
        return runs[0];
    }
}
