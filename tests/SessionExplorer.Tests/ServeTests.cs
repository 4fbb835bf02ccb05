using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class ServeTests
{
    [Fact]
    public async Task Serve_prints_the_environment_that_points_other_commands_at_it()
    {
        using var serving = new Explorer().StartInterruptible("serve", "--port", "0", "--max-limit", "100", "--fault", "503");
        await serving.UntilItSaysAsync("Ctrl+C ends it.");
        var address = serving.LastLine.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.');

        var list = await new Explorer()
            .With("MEDIAMELON_BASE_URL", address)
            .With("MEDIAMELON_CUSTOMER_ID", "199493832")
            .With("MEDIAMELON_API_KEY", "emulator-key")
            .RunAsync("list", "--all", "--columns", "country", "-o", "csv");
        await serving.InterruptAsync();
        var run = await serving.EndAsync();

        Assert.True(list.Good().Output.Split('\n').Length > 3000);
        Assert.Contains($"Asking {address}", list.Error);
        Assert.Equal(
            $"export MEDIAMELON_BASE_URL={address}\nexport MEDIAMELON_CUSTOMER_ID=199493832\nexport MEDIAMELON_API_KEY=emulator-key\n",
            run.Good().Output);
    }

    [Theory]
    [InlineData("--fault is a status", "--fault", "nonsense")]
    [InlineData("--port is a whole number, 0 to 65535.", "--port", "70000")]
    public async Task Serve_refuses_what_it_cannot_do(string says, params string[] options)
    {
        var run = await new Explorer().RunAsync(["serve", .. options]);

        Assert.Contains(says, run.Failed(2));
    }
}
