using System.Text.RegularExpressions;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

/// <summary>Programs of other kinds than the quick start, built with the packages alone. Their sources are in Consumers.</summary>
public sealed class ConsumerTests(PackedPackages packages)
{
    [Theory]
    [InlineData("FSharp", "App.fsproj", "5 of 5 over 3 s\n")]
    [InlineData("VisualBasic", "App.vbproj", "5 of 5 over 3 s\n")]
    [InlineData("Mock", "App.csproj", "a b\n")]
    [InlineData("Web", "App.csproj", "3 pages, 120 of 120 sessions\nparameters: day next\nStartupPage: sessions next\nStartupRow: sessionId startTime startupTime\n")]
    public async Task Program_of_another_kind_runs_with_the_packages(string kind, string project, string output)
    {
        using var newcomer = new Newcomer(packages.Folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers", kind)))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            newcomer.Write(
                Path.GetFileName(file).Replace(".txt", "", StringComparison.Ordinal),
                text.Replace("PACKED", PackedPackages.Version, StringComparison.Ordinal));
        }

        Assert.Equal(output, await newcomer.TypeAsync($"dotnet run --project {project}"));
    }

    [Theory]
    [InlineData("fsharp", "FSharp/Program.fs.txt", "")]
    [InlineData("vb", "VisualBasic/Program.vb.txt", "        ")]
    public void Query_of_another_language_in_the_documentation_is_the_text_that_is_compiled(string language, string program, string indent)
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "docs/queries.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers", program));
        var fence = Assert.Single(Regex.Matches(page, $"^```{language}\n(.+?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)).Groups[1].Value;

        Assert.Contains("\n" + Regex.Replace(fence, "^(?=.)", indent, RegexOptions.Multiline), source.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_of_the_web_program_is_the_readme_s()
    {
        var page = File.ReadAllText(Path.Combine(Paths.Repository, "README.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(Paths.Repository, "tests/MediaMelon.SessionList.PackageTests/Consumers/Web/Program.cs.txt"));

        foreach (var snippet in (string[])["recipe-endpoint", "recipe-endpoint-rows"])
        {
            var fence = Regex.Match(page, $"<!-- snippet: {snippet} -->\n```csharp\n(.+?\n)```", RegexOptions.Singleline).Groups[1].Value;
            Assert.NotEmpty(fence);
            Assert.Contains(fence, source.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }
}
