using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class UnreadableTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly FakeService _service = new(200, Pages.Create(
    [
        Pages.Session(1, ("starttime", 1775736000000), ("errors", "many")),
        Pages.Session(2, ("starttime", 1775736000000), ("errors", "-")),
        Pages.Session(3, ("assetname", "good")),
    ]));

    public void Dispose()
    {
        _service.Dispose();
        _workspace.Dispose();
    }

    [Theory]
    [InlineData("export", "out.csv")]
    [InlineData("list", "--columns", "all", "-o", "csv")]
    [InlineData("sql", "select count(*) from sessions")]
    public async Task UnreadableValues_are_reported_by_column(params string[] arguments)
    {
        arguments = [.. arguments.Select(argument => argument == "out.csv" ? _workspace["out.csv"] : argument)];
        var run = await new Explorer().WithKey().RunAsync([.. arguments, "--base-url", _service.BaseAddress]);

        Assert.Contains("3 values could not be read and are treated as missing: errors 1, start_time 2.", run.Good().Error);
    }

    [Theory]
    [InlineData("top")]
    [InlineData("breakdown", "country", "--metric", "errors")]
    [InlineData("histogram", "errors")]
    [InlineData("subscriber", "someone")]
    public async Task UnreadableValues_are_reported_by_all_commands(params string[] arguments)
    {
        var run = await new Explorer().WithKey().RunAsync([.. arguments, "--base-url", _service.BaseAddress]);

        Assert.Contains("could not be read", run.Good().Error);
    }

    [Fact]
    public async Task Doctor_unreadable_values_are_reported_as_failure()
    {
        var run = await new Explorer().WithKey().RunAsync("doctor", "--base-url", _service.BaseAddress);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAIL  values", run.Output);
        Assert.Contains("start_time 2", run.Output);
    }

    [Fact]
    public async Task Subscriber_sessions_without_start_are_shown()
    {
        var screen = await Terminal.RunAsync(
            new Explorer().WithKey(), 120, "subscriber", "someone", "--base-url", _service.BaseAddress);

        Assert.Equal(2, screen.Split('\n').Count(line => line.Contains("? - Thu 04-09")));
        Assert.Contains("good", screen);
    }

    [Theory]
    [InlineData("number:latency", "startup_seconds")]
    [InlineData("text:starttime", "start_time")]
    [InlineData("count:ERRORS", "errors")]
    public async Task Columns_known_column_with_other_kind_is_rejected(string column, string expected)
    {
        var run = await new Explorer().RunAsync("list", "--columns", column);

        Assert.Contains(expected, run.Failed(2));
    }

    [Fact]
    public async Task Columns_known_column_with_own_kind_is_the_known_column()
    {
        var run = await new Explorer().RunAsync("list", "--columns", "seconds:latency,text:country", "--take", "1", "-o", "csv");

        Assert.StartsWith("startup_seconds,country\n", run.Good().Output);
    }
}
