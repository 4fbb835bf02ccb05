using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>The quick start of the README: setup commands, program, run command, output.</summary>
internal sealed partial record QuickStart(IReadOnlyList<string> Commands, string Program, string Run, string Output)
{
    public static QuickStart Read()
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "README.md")).ReplaceLineEndings("\n");
        var section = page.Split("\n## Quick start\n")[1].Split("\n## ")[0];
        var fences = Fences().Matches(section).Take(4).Select(match => (Kind: match.Groups[1].Value, Text: match.Groups[2].Value)).ToList();

        Assert.Equal(["sh", "csharp", "sh", "text"], fences.Select(fence => fence.Kind));
        return new(fences[0].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), fences[1].Text, fences[2].Text.Trim(), fences[3].Text);
    }

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
