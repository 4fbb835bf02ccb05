using System.Text.RegularExpressions;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

/// <summary>Builds and runs programs that use only the packages. Their sources are in the folder Consumers.</summary>
public sealed class ConsumerTests(PackedPackages packages)
{
    [Theory]
    [InlineData("FSharp", "App.fsproj", "5 of 5 over 3 s\n")]
    [InlineData("VisualBasic", "App.vbproj", "5 of 5 over 3 s\n")]
    [InlineData("Mock", "App.csproj", "a b\n")]
    [InlineData("Web", "App.csproj", "3 pages, 120 of 120 sessions\nparameters: day next\nStartupPage: sessions next\nStartupRow: sessionId startTime startupTime\n")]
    public async Task Packages_work_in_FSharp_VisualBasic_mock_and_web_programs(string kind, string project, string output)
    {
        using var workspace = new ConsumerWorkspace(packages.Folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers", kind)))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            workspace.Write(
                Path.GetFileName(file).Replace(".txt", "", StringComparison.Ordinal),
                text.Replace("PACKED", PackedPackages.Version, StringComparison.Ordinal));
        }

        Assert.Equal(output, await workspace.RunCommandAsync($"dotnet run --project {project}"));
    }

    [Theory]
    [InlineData("fsharp", "FSharp/Program.fs.txt", "")]
    [InlineData("vb", "VisualBasic/Program.vb.txt", "        ")]
    public void Documented_FSharp_and_VisualBasic_queries_match_the_compiled_programs(string language, string program, string indent)
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "docs/queries.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers", program));
        var fence = Assert.Single(Regex.Matches(page, $"^```{language}\n(.+?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)).Groups[1].Value;

        Assert.Contains("\n" + Regex.Replace(fence, "^(?=.)", indent, RegexOptions.Multiline), source.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Recipe_endpoint_matches_the_compiled_web_program()
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "docs/recipes.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers/Web/Program.cs.txt"));

        foreach (var snippet in (string[])["recipe-endpoint", "recipe-endpoint-rows"])
        {
            var fence = Regex.Match(page, $"<!-- snippet: {snippet} -->\n```csharp\n(.+?\n)```", RegexOptions.Singleline).Groups[1].Value;
            Assert.NotEmpty(fence);
            Assert.Contains(fence, source.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }
}
