using System.Text.RegularExpressions;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

/// <summary>Tests that the README's screens equal the output in a terminal of 100
/// columns. UPDATE_GOLDEN=1 updates them.</summary>
public partial class ReadmeTests
{
    private const int Columns = 100;
    private const string DefaultSessions = "20000";

    public static TheoryData<string> Screens =>
        [.. Blocks().Matches(File.ReadAllText(Paths.ExplorerReadme)).Select(block => block.Groups["command"].Value)];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Readme_screens_equal_program_output(string command)
    {
        var explorer = new Explorer().With("SESSIONEXPLORER_SESSIONS", DefaultSessions);
        string[] arguments = [.. Words().Matches(command).Select(word => word.Value.Trim('"'))];
        var screen = GoldenFile.Normalize(await Terminal.RunAsync(explorer, Columns, arguments));

        var readme = File.ReadAllText(Paths.ExplorerReadme);
        var block = Blocks().Matches(readme).Single(found => found.Groups["command"].Value == command).Groups["screen"];
        if (GoldenFile.IsUpdating)
            File.WriteAllText(Paths.ExplorerReadme, readme[..block.Index] + screen + readme[(block.Index + block.Length)..]);
        else
            Assert.Equal(block.Value, screen);
    }

    [GeneratedRegex(
        """^```console\n\$ session-explorer(?<command>[^\n]*)\n(?<screen>.*?)^```$""",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("[^\\s\"]+|\"[^\"]*\"")]
    private static partial Regex Words();
}
