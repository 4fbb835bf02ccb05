using System.Runtime.Versioning;
using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class LateSessionTests : IDisposable
{
    private readonly DataSet _data = new();
    private readonly Service _service = new([Sessions.EndingAt(3, "early"), Sessions.EndingAt(22, "on-time")]);

    public void Dispose()
    {
        _service.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Rerun_late_session_replaces_hour_and_reports_number()
    {
        await RunAsync();
        _service.Emulator.Add(Sessions.EndingAt(22, minute: 10, "late-1"));
        _service.Emulator.Add(Sessions.EndingAt(22, minute: 50, "late-2"));

        var run = await RunAsync();

        Assert.Contains($"Replaced {Sessions.Partition(22)}: 2 sessions came late, 0 are gone, 3 in all.", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("2 sessions came late.", run.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(["early", "late-1", "late-2", "on-time"], Ids());
        Assert.Contains("nightly_export.late_sessions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextDayRun_late_session_replaces_hour_of_previous_day()
    {
        await RunAsync();
        _service.Emulator.Add(Sessions.EndingAt(22, "late"));

        await RunAsync("--day", "2025-04-10");

        Assert.Equal(["early", "late", "on-time"], Ids());
    }

    [Theory]
    [InlineData("0", 22, false)]
    [InlineData("6h", 17, false)]
    [InlineData("6h", 18, true)]
    [InlineData("7h", 17, true)]
    [InlineData("1d", 0, true)]
    public async Task Rerun_lookback_limits_hours_that_are_read_again(string lookback, int hour, bool isFound)
    {
        await RunAsync();
        _service.Emulator.Add(Sessions.EndingAt(hour, "late"));

        await RunAsync("--lookback", lookback);

        Assert.Equal(isFound, Ids().Contains("late"));
    }

    [Fact]
    public async Task Rerun_late_session_in_first_lookback_hour_logs_warning()
    {
        await RunAsync();
        _service.Emulator.Add(Sessions.EndingAt(18, "late"));

        var run = await RunAsync();

        Assert.Contains($"Sessions came late in {Sessions.Partition(18)}, the first hour of the lookback.", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rerun_same_rows_in_other_order_keeps_file()
    {
        using var service = new Service([Sessions.EndingAt(22, "a"), Sessions.EndingAt(22, "b")]);
        using var reversed = new Service([Sessions.EndingAt(22, "b"), Sessions.EndingAt(22, "a")]);
        (await service.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();
        var before = File.ReadAllBytes(LateFile);

        var run = (await reversed.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();

        Assert.Contains($"Read {Sessions.Partition(22)} again: unchanged.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(LateFile));
    }

    [Fact]
    public async Task Rerun_changed_value_replaces_hour()
    {
        await RunAsync();
        using var changed = new Service([Sessions.EndingAt(22, "on-time") with { AssetName = "Other title" }]);

        var run = (await changed.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();

        Assert.Contains($"Replaced {Sessions.Partition(22)}: 0 sessions came late, 0 are gone, 1 in all.", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("Other title", _data.Query<string>("SELECT asset_name FROM sessions"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Rerun_replaced_file_keeps_mode_and_symbolic_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test needs Unix file modes and links.");
        await RunAsync();
        var target = Path.Combine(_data.Folder, "elsewhere.parquet");
        File.Move(LateFile, target);
        File.CreateSymbolicLink(LateFile, target);
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _service.Emulator.Add(Sessions.EndingAt(22, "late"));

        await RunAsync();

        Assert.Equal(target, new FileInfo(LateFile).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        Assert.Equal(["early", "late", "on-time"], Ids());
    }

    private string LateFile => _data[$"{Sessions.Partition(22)}/sessions.parquet"];

    private async Task<Run> RunAsync(params string[] arguments)
    {
        string[] day = arguments.Contains("--day") ? [] : ["--day", Sessions.Day];
        return (await _service.Worker.RunAsync(["--output", _data.Folder, .. day, .. arguments])).Good();
    }

    private IReadOnlyList<string> Ids() => _data.Query<string>("SELECT session_id FROM sessions ORDER BY 1");
}
