using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class ServeTests
{
    [Fact]
    public async Task Serve_prints_environment_for_other_commands()
    {
        using var serving = new Explorer().StartInterruptible("serve", "--port", "0", "--max-limit", "100", "--fault", "503");
        await serving.WaitForErrorAsync("Ctrl+C ends it.");
        var address = AddressOf(serving);

        var list = await new Explorer()
            .With("MEDIAMELON_BASE_URL", address)
            .With("MEDIAMELON_CUSTOMER_ID", "199493832")
            .With("MEDIAMELON_API_KEY", "emulator-key")
            .RunAsync("list", "--all", "--columns", "country", "-o", "csv");
        await serving.InterruptAsync();
        var run = await serving.EndAsync();

        Assert.True(list.Good().Output.Split('\n').Length > 3000);
        Assert.Contains($" from {address}", list.Error);
        Assert.Equal(
            $"export MEDIAMELON_BASE_URL={address}\nexport MEDIAMELON_CUSTOMER_ID=199493832\n"
                + "export MEDIAMELON_API_KEY=emulator-key\n",
            run.Good().Output);
    }

    [Fact]
    public async Task Serve_requests_above_rate_get_status_429()
    {
        using var serving = new Explorer().StartInterruptible("serve", "--port", "0", "--requests-per-second", "0.001");
        await serving.WaitForErrorAsync("Ctrl+C ends it.");
        var address = AddressOf(serving);
        var explorer = new Explorer()
            .With("MEDIAMELON_BASE_URL", address)
            .With("MEDIAMELON_CUSTOMER_ID", "199493832")
            .With("MEDIAMELON_API_KEY", "emulator-key");

        (await explorer.RunAsync("list", "--take", "1")).Good();
        Assert.Contains("(429)", (await explorer.RunAsync("list", "--take", "1")).Failed(4));
        await serving.InterruptAsync();
        (await serving.EndAsync()).Good();
    }

    [Fact]
    public async Task Serve_port_in_use_error_names_option()
    {
        using var service = new FakeService(200);
        var port = new Uri(service.BaseAddress).Port;

        var run = await new Explorer().RunAsync("serve", "--port", $"{port}");

        Assert.Contains($"Port {port} is in use. Specify another with --port", run.Failed(1));
    }

    [Fact]
    public async Task Serve_with_token_variable_prints_unset_command()
    {
        using var serving = new Explorer().With("MEDIAMELON_ACCESS_TOKEN", "t").StartInterruptible("serve", "--port", "0");
        await serving.WaitForErrorAsync("Ctrl+C ends it.");
        await serving.InterruptAsync();

        Assert.EndsWith("\nunset MEDIAMELON_ACCESS_TOKEN\n", (await serving.EndAsync()).Good().Output);
    }

    private static string AddressOf(RunningProgram serving) =>
        serving.LastLine.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.');

    [Theory]
    [InlineData("--fault must be a status", "--fault", "nonsense")]
    [InlineData("--requests-per-second must be a number above 0", "--requests-per-second", "0")]
    [InlineData("--requests-per-second must be a number above 0", "--requests-per-second", "-1")]
    [InlineData("--requests-per-second must be a number above 0", "--requests-per-second", "1e999")]
    [InlineData("--requests-per-second must be a number above 0", "--requests-per-second", "many")]
    [InlineData("--port must be a whole number, 0 to 65535.", "--port", "70000")]
    public async Task Serve_invalid_options_are_rejected(string expected, params string[] options)
    {
        var run = await new Explorer().RunAsync(["serve", .. options]);

        Assert.Contains(expected, run.Failed(2));
    }
}
