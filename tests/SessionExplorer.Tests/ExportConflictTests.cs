using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests two exports to one file, and --resume with a different export.</summary>
public sealed class ExportConflictTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Export_to_file_in_use_is_rejected_without_changes()
    {
        var file = _workspace["sessions.csv"];
        using var first = new Explorer().Latency(3_600_000).WithProgressPerPage().StartInterruptible("export", file);
        await first.WaitForErrorAsync("No page yet");

        var second = await new Explorer().RunAsync("export", file, "--overwrite");
        var third = await new Explorer().RunAsync("export", file, "--resume");

        Assert.Matches(@"is being exported by process \d+ on ", second.Failed(2));
        Assert.Matches(@"is being exported by process \d+ on ", third.Failed(2));
        await first.InterruptAsync();
        (await first.EndAsync()).Failed(130);
        (await new Explorer().RunAsync("export", file, "--resume")).Good();

        var uninterrupted = _workspace["uninterrupted.csv"];
        (await new Explorer().RunAsync("export", uninterrupted)).Good();
        Assert.Equal(File.ReadAllText(uninterrupted), File.ReadAllText(file));
        Assert.Equal([file, uninterrupted], Directory.GetFiles(_workspace.Folder).Order());
    }

    [Fact]
    public async Task Export_after_killed_export_acquires_lock()
    {
        var file = await InterruptAsync("sessions.csv");

        (await new Explorer().RunAsync("export", file, "--resume", "--page-size", "200")).Good();

        Assert.Equal([file], Directory.GetFiles(_workspace.Folder));
    }

    [Theory]
    [InlineData("the period", "--last", "12h")]
    [InlineData("the period", "--from", "2026-04-10T06:00Z")]
    [InlineData("--where", "--where", "country=US")]
    [InlineData("--having", "--having", "latency>1")]
    [InlineData("--order-by", "--order-by", "latency")]
    [InlineData("--take", "--take", "100")]
    [InlineData("--started", "--started")]
    [InlineData("--columns", "--columns", "country")]
    [InlineData("--format", "--format", "ndjson")]
    public async Task Export_resume_with_other_options_error_names_difference(string expected, params string[] options)
    {
        var file = await InterruptAsync("sessions.csv");
        var part = File.ReadAllBytes(file + ".part");

        var run = await new Explorer().RunAsync(["export", file, "--resume", .. options]);

        Assert.Contains($"differs in {expected}", run.Failed(2));
        Assert.Equal(part, File.ReadAllBytes(file + ".part"));
    }

    [Theory]
    [InlineData("the period", "--last", "12h")]
    [InlineData("--where", "--where", "country=US")]
    [InlineData("--columns", "--columns", "country")]
    [InlineData("--format", "--format", "ndjson")]
    [InlineData("--csv-safe", "--csv-safe")]
    public async Task Export_resume_of_complete_file_with_other_options_error_names_difference(
        string expected, params string[] options)
    {
        var file = _workspace["sessions.csv"];
        (await new Explorer().RunAsync("export", file, "--take", "10")).Good();
        var written = File.ReadAllBytes(file);

        var later = new Explorer().With("SESSIONEXPLORER_NOW", "2026-04-10T19:00:00Z");
        var same = await later.RunAsync("export", file, "--take", "10", "--resume");
        var other = await later.RunAsync(["export", file, "--take", "10", "--resume", .. options]);

        Assert.Contains("is complete: nothing to resume.", same.Good().Error);
        Assert.DoesNotContain("unknown", same.Error);
        Assert.Contains($"The complete export differs in {expected}", other.Failed(2));
        Assert.Equal(written, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task Export_resume_of_changed_file_reports_unknown_options()
    {
        var file = _workspace["sessions.csv"];
        (await new Explorer().RunAsync("export", file, "--take", "10")).Good();
        File.AppendAllText(file, "more\n");

        var run = await new Explorer().RunAsync("export", file, "--take", "20", "--resume");

        Assert.Contains("It is unknown whether it has the same options.", run.Good().Error);
    }

    [Fact]
    public async Task Export_resume_from_other_service_is_rejected()
    {
        var file = await InterruptAsync("sessions.csv");
        using var service = new FakeService(200, Pages.Hard());

        var run = await new Explorer().WithKey().RunAsync("export", file, "--resume", "--base-url", service.BaseAddress);

        Assert.Contains("the customer, the service", run.Failed(2));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Export_checkpoint_contains_no_filter_value()
    {
        var file = await InterruptAsync("sessions.csv", "--where", "country=US|Brazil|India|Japan|Spain");

        Assert.DoesNotContain("Brazil", File.ReadAllText(file + ".checkpoint"));
    }

    [Theory]
    [InlineData("sessions.csv")]
    [InlineData("sessions.ndjson")]
    [InlineData("sessions.parquet")]
    public async Task Export_killed_repeatedly_resumes_to_complete_file(string name)
    {
        var uninterrupted = _workspace["uninterrupted-" + name];
        (await new Explorer().RunAsync("export", uninterrupted)).Good();

        var file = _workspace[name];
        var options = new[] { "export", file, "--page-size", "200", "--parallel", "1" };
        for (var kill = 0; kill < 4; kill++)
        {
            using var killed = Slow().StartInterruptible(kill == 0 ? options : [.. options, "--resume"]);
            await killed.WaitForErrorAsync(kill == 0 ? "2 pages" : "3 pages");
            killed.Kill();
            await killed.EndAsync();
        }

        using var last = Slow().StartInterruptible([.. options, "--resume"]);
        await last.WaitForErrorAsync("3 pages");
        var run = await last.EndAsync();

        // 4,000 sessions are about 20 pages: earlier pages were not read again.
        Assert.DoesNotContain("14 pages", run.Good().Error);
        Assert.Equal(File.ReadAllBytes(uninterrupted), File.ReadAllBytes(file));
    }

    private static Explorer Slow() => new Explorer().Latency(50).WithProgressPerPage();

    private async Task<string> InterruptAsync(string name, params string[] options)
    {
        var file = _workspace[name];
        using var killed = Slow().StartInterruptible(["export", file, "--parallel", "1", "--page-size", "200", .. options]);
        await killed.WaitForErrorAsync("2 pages");
        killed.Kill();
        await killed.EndAsync();
        return file;
    }
}
