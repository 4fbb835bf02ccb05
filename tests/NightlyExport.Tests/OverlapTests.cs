using System.Net;
using MediaMelon.SessionList.Testing;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class OverlapTests : IDisposable
{
    private readonly DataSet _shared = new();
    private readonly DataSet _single = new();

    public void Dispose()
    {
        _shared.Dispose();
        _single.Dispose();
    }

    [Fact]
    public async Task Export_two_workers_on_same_hours_write_each_session_once()
    {
        string[] arguments = ["--demo", "--output", _shared.Folder];
        var runs = await Task.WhenAll(
            new Worker().Slow().RunAsync(arguments),
            new Worker().Slow().RunAsync(arguments),
            new Worker().RunAsync("--demo", "--output", _single.Folder));

        Assert.All(runs, run => run.Good());
        Assert.Contains("Another worker wrote dt=", runs[0].Error + runs[1].Error, StringComparison.Ordinal);
        _shared.MustEqual(_single);
    }

    [Fact]
    public async Task Export_deletes_temporary_files_of_killed_run_even_if_hour_exists()
    {
        string[] arguments = ["--demo", "--output", _shared.Folder];
        (await new Worker().RunAsync(arguments)).Good();
        File.WriteAllText(_shared["dt=2026-04-09/hour=03/sessions.parquet.tmp"], "half a row");
        File.WriteAllText(_shared["dt=2026-04-09/hour=23/sessions.parquet.0123.tmp"], "half a row");

        (await new Worker().RunAsync(arguments)).Good();

        Assert.DoesNotContain(_shared.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_full_disk_fails_hour_without_temporary_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file size limit simulates a full disk.");
        var worker = new Worker().With("DOTNET_EnableWriteXorExecute", "0").With("DOTNET_EnableDiagnostics", "0");

        var run = await worker.RunProgramAsync(
            "/bin/bash", "-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" --demo --output \"$1\"", Paths.Worker, _shared.Folder);

        Assert.Contains("Failed dt=2026-04-09/hour=0", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(_shared.Files);
    }

    [Fact]
    public async Task Export_seven_consecutive_throttled_responses_do_not_end_run()
    {
        using var service = new Service([Sessions.EndingAt(3, "a")]);
        service.Emulator.Inject([.. Enumerable.Repeat(EmulatorFault.Status(
            HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.Zero), 7)]);

        (await service.Worker.RunAsync("--day", Sessions.Day, "--output", _shared.Folder, "--hours-at-a-time", "1")).Good();

        Assert.Equal(["a"], _shared.Query<string>("SELECT session_id FROM sessions"));
    }

    [Fact]
    public async Task Export_failed_hour_is_logged_with_time_without_temporary_file()
    {
        using var service = new Service([]);
        service.Emulator.Inject(EmulatorFault.Status(HttpStatusCode.Forbidden));

        var run = await service.Worker.RunAsync("--day", Sessions.Day, "--output", _shared.Folder, "--hours-at-a-time", "1");

        var lines = run.Ended(1).Error.TrimEnd().Split('\n');
        var line = Assert.Single(lines, line => line.Contains($"Failed {Sessions.Partition(0)}: ", StringComparison.Ordinal));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z fail: ", line);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Contains("24 of 24 hours are not done", run.Error, StringComparison.Ordinal);
        Assert.Empty(_shared.Files);
    }
}
