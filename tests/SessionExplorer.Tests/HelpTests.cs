using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public static TheoryData<string> Commands =>
        ["top", "list", "subscriber", "histogram", "breakdown", "why", "compare", "watch", "export", "sql", "explain", "doctor",
            "probe", "completion"];

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Help_lists_all_commands()
    {
        var help = (await new Explorer().RunAsync("--help")).Good().Output;

        GoldenFile.Check("help.txt", help);
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 130, line));
        Assert.All(Commands, command => Assert.Contains($"  {command.Data} ", help));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_has_two_examples_that_return_results(string command)
    {
        var help = (await new Explorer().RunAsync(command, "--help")).Good().Output;
        GoldenFile.Check($"help-{command}.txt", help);
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 130, line));

        var examples = help.Split("Examples:\n")[1].Trim().Split('\n');
        Assert.Equal(2, examples.Length);
        foreach (var example in examples)
            await AssertReturnsResultsAsync(example.Trim());
    }

    private async Task AssertReturnsResultsAsync(string example)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples need a POSIX shell.");
        Assert.StartsWith(Explorer.ProgramName, example);
        var line = $"cd '{_workspace.Folder}' && '{Paths.Explorer}'{example[Explorer.ProgramName.Length..]}";
        var run = await new Explorer().RunProgramAsync("/bin/sh", "-c", line);

        var lines = run.Good().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        var isFile = run.Error.Contains("Wrote ");
        Assert.True(lines > 1 || isFile || example.Contains("ndjson"), $"{example} found nothing: {run.Output}");
        Assert.DoesNotContain("Wrote 0 sessions", run.Error);
    }
}
