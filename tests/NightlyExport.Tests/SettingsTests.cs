using NightlyExport.Tests.Support;

namespace NightlyExport.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("--shrad 0/2", "'--shrad' is not an option. The options are --output, --day,")]
    [InlineData("--shard", "--shard needs a value.")]
    [InlineData("--demo --shard 2/2", "Shard counts from 0: of N shards there are 0/N to N-1/N")]
    [InlineData("--demo --shard half", "Shard must be I/N, such as 0/4, or auto; it is 'half'.")]
    [InlineData("--demo --day 09.04.2026", "Day must be like 2026-04-09; it is '09.04.2026'.")]
    [InlineData("--demo --from 2026-04-09T06:00Z", "From and To go together; one of them is missing.")]
    [InlineData("--demo --from 2026-04-09T06:30Z --to 2026-04-09T08:00Z", "From must be on the hour")]
    [InlineData("--demo --hours-at-a-time 0", "HoursAtATime must be 1 to 64; it is 0.")]
    [InlineData("--day 4999-12-31", "The period must be over; it ends at 5000-01-01 00:00:00Z.")]
    [InlineData("--demo --hours-at-a-time many", "'many'")]
    [InlineData("--demo --lookback 6", "Lookback must be whole hours or days, such as 6h, 2d or 0; it is '6'.")]
    [InlineData("--demo --lookback=-6h", "Lookback must be whole hours or days")]
    [InlineData("--demo --lookback 6hd", "Lookback must be whole hours or days")]
    [InlineData("--demo --lookback 32d", "Lookback must be 0 to 31d; it is '32d'.")]
    [InlineData("--demo --lookback 99999999d", "Lookback must be 0 to 31d")]
    [InlineData("--demo --max-requests-per-second 0", "MaxRequestsPerSecond must be above 0 and at most 10000; it is 0.")]
    [InlineData("--demo --max-requests-per-second NaN", "MaxRequestsPerSecond must be above 0")]
    [InlineData("--demo --max-requests-per-second 0.1", "lower HoursAtATime or Paging:MaxConcurrentRequests")]
    [InlineData("--demo --output s3://bucket/prefix", "other object stores are not supported")]
    [InlineData("--demo --output https://account.blob.core.windows.net", "Output must name a container")]
    [InlineData("--demo --output http://account.example.net/container", "Output must use https")]
    [InlineData("--demo --output http://127.0.0.1:10000/devstoreaccount1/c", "Set AZURE_STORAGE_CONNECTION_STRING")]
    [InlineData("--day 2026-04-09", "Set MediaMelon__CustomerId and MediaMelon__ApiKey in the environment, or try --demo")]
    public async Task Settings_invalid_options_are_reported_in_one_line_before_export(string arguments, string message)
    {
        var run = await new Worker().RunAsync(["--output", _data["sessions"], .. arguments.Split(' ')]);

        Assert.Contains(message, run.Ended(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(_data.Files);
    }

    [Theory]
    [InlineData("Logging__LogLevel__Default", "Foo", "Foo")]
    [InlineData("Demo__Sessions", "-5", "Demo:Sessions must be 0 to 20000000; it is -5.")]
    [InlineData("Demo__Sessions", "many", "many")]
    [InlineData("Demo__Latency", "-00:00:01", "Demo:Latency must be 0 to a minute")]
    [InlineData("Export__Demo", "perhaps", "perhaps")]
    [InlineData("MediaMelon__MaxRetries", "-1", "MaxRetries")]
    public async Task Settings_invalid_environment_is_reported_without_stack_trace(string variable, string value, string message)
    {
        string[] demo = variable == "Export__Demo" ? [] : ["--demo"];
        var run = await new Worker().With(variable, value).RunAsync(["--output", _data["sessions"], .. demo]);

        Assert.Contains(message, run.Ended(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(_data.Files);
    }

    [Fact]
    public async Task Settings_invalid_file_is_reported_in_one_line_with_name()
    {
        var program = CopyProgram(_data["program"]);
        File.WriteAllText(Path.Combine(_data["program"], "appsettings.json"), "{ \"Export\": ");

        var run = await new Worker().RunProgramAsync(program, "--demo", "--output", _data["sessions"]);

        Assert.Contains("appsettings.json", run.Ended(2).Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Settings_deleted_working_directory_is_reported_in_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The directory in use cannot be deleted.");
        var run = await new Worker().RunProgramAsync(
            "/bin/sh", "-c", "cd \"$1\" && rmdir \"$1\" && exec \"$0\" --demo", Paths.Worker,
            Directory.CreateTempSubdirectory().FullName);

        Assert.InRange(run.ExitCode, 1, 2);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--demo -h")]
    public async Task Help_lists_options_without_export(string arguments)
    {
        var run = (await new Worker().RunAsync(["--output", _data["sessions"], .. arguments.Split(' ')])).Good();

        Assert.Contains("--lookback", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.Empty(_data.Files);
    }

    [Theory]
    [InlineData("exec \"$@\" >&-")]
    [InlineData("exec \"$@\" 2>&-")]
    [InlineData("exec \"$@\" >/dev/full 2>/dev/full")]
    public async Task Export_continues_with_closed_or_full_output_streams(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs a shell and /dev/full.");
        (await new Worker().RunProgramAsync("/bin/sh", "-c", script, "sh", Paths.Worker, "--demo", "--output", _data["sessions"]))
            .Good();

        Assert.Equal(BuiltIn.HoursOfDay, _data.Files.Count);
    }

    [Fact]
    public async Task Target_not_writable_fails_before_first_request()
    {
        using var service = new Service([]);
        Directory.CreateDirectory(_data[$"{Sessions.Partition(7)}/sessions.parquet"]);

        var run = await service.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder);

        Assert.Contains("sessions.parquet' must be a file; it is a folder.", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task Target_with_credentials_is_rejected_without_showing_them()
    {
        var run = await new Worker().RunAsync("--demo", "--output", "https://a.blob.core.windows.net/c?sig=abc123secret");

        Assert.Contains("without credentials, query or fragment", run.Ended(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("abc123secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_invalid_connection_string_is_rejected_without_showing_it()
    {
        var run = await new Worker().With("AZURE_STORAGE_CONNECTION_STRING", "AccountKey=abc123secret;what")
            .RunAsync("--demo", "--output", "https://a.blob.core.windows.net/c");

        Assert.Contains("AZURE_STORAGE_CONNECTION_STRING is not a connection string", run.Ended(2).Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("abc123secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimit_is_divided_among_shards()
    {
        using var service = new Service([]);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        (await service.Worker.RunAsync(
            "--day", Sessions.Day, "--output", _data.Folder, "--shard", "0/2", "--max-requests-per-second", "20")).Good();

        Assert.Equal(12, service.Emulator.Requests.Count);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(11 / 10.0), $"12 requests at 10 a second took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Export_unreachable_service_fails()
    {
        var worker = new Worker()
            .With("MediaMelon__CustomerId", "1").With("MediaMelon__ApiKey", "key-of-a-test")
            .With("MediaMelon__BaseAddress", "http://127.0.0.1:9").With("MediaMelon__MaxRetries", "0");

        var run = await worker.RunAsync("--day", "2025-04-09", "--output", _data.Folder);

        Assert.Contains("Run the same command to continue.", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-a-test", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_data.Files, file => file.EndsWith(".parquet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Telemetry_of_worker_and_client_is_on_standard_output()
    {
        var run = (await new Worker().RunAsync("--demo", "--output", _data.Folder, "--shard", "7/24")).Good();

        Assert.Contains("nightly hour", run.Output, StringComparison.Ordinal);
        Assert.Contains("sessionlist listing", run.Output, StringComparison.Ordinal);
        Assert.Contains("nightly_export.sessions", run.Output, StringComparison.Ordinal);
        Assert.Contains("mediamelon.sessionlist.page.duration", run.Output, StringComparison.Ordinal);
    }

    // Links to the program's files, and copies of the files from which it derives its folder.
    private static string CopyProgram(string folder)
    {
        Directory.CreateDirectory(folder);
        var source = Path.GetDirectoryName(Paths.Worker)!;
        foreach (var path in Directory.EnumerateFileSystemEntries(source))
        {
            var copy = Path.Combine(folder, Path.GetFileName(path));
            if (Path.GetFileName(path).StartsWith("nightly-export", StringComparison.Ordinal))
                File.Copy(path, copy);
            else if (Directory.Exists(path))
                Directory.CreateSymbolicLink(copy, path);
            else if (Path.GetFileName(path) != "appsettings.json")
                File.CreateSymbolicLink(copy, path);
        }

        return Path.Combine(folder, Path.GetFileName(Paths.Worker));
    }
}
