using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

/// <summary>Programs of other kinds than the quick start, built with the packages alone. Their sources are in Consumers.</summary>
public sealed class ConsumerTests(PackedPackages packages)
{
    [Theory]
    [InlineData("FSharp", "App.fsproj", "5 of 5 over 3 s\n")]
    [InlineData("VisualBasic", "App.vbproj", "5 of 5 over 3 s\n")]
    [InlineData("Mock", "App.csproj", "a b\n")]
    [InlineData("Web", "App.csproj", "3 pages, 120 of 120 sessions, described: id startedAt startupTime\n")]
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
}
