using System.Text.Json;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class ProbeTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Probe_built_in_data_prints_checks_and_writes_report()
    {
        var file = Path.Combine(_workspace.Folder, "probe.md");

        var run = (await new Explorer().RunAsync("probe", "--yes", "--no-wait", "--report", file)).Good();

        Assert.Contains("as assumed   envelope", run.Output);
        Assert.Contains("as assumed   offset                     rows, from 0", run.Output);
        Assert.Contains("Sends at most 20 requests", run.Error);
        Assert.Contains("# Probe report", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Probe_json_output_contains_profile_of_service()
    {
        var run = (await new Explorer().RunAsync("probe", "--yes", "--no-wait", "--output", "json")).Good();

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("mediamelon-sessionlist-probe", json.RootElement.GetProperty("report").GetString());
        Assert.Equal("AllRows", json.RootElement.GetProperty("profile").GetProperty("totalCount").GetString());
    }

    [Fact]
    public async Task Probe_without_confirmation_sends_no_request()
    {
        using var service = new FakeService(200, """{"response":[]}""");

        var run = await new Explorer()
            .With("MEDIAMELON_API_KEY", "secret-key-4711")
            .With("MEDIAMELON_CUSTOMER_ID", "5")
            .RunAsync("probe", "--base-url", service.BaseAddress);

        Assert.Contains("--yes", run.Failed(2));
        Assert.Empty(service.Keys);
    }
}
