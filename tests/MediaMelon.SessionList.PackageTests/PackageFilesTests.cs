using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

public sealed class PackageFilesTests(PackedPackages packages)
{
    [Fact]
    public void The_client_s_package_holds_what_it_needs_and_no_more() => Assert.Equal(
        [
            "ConfigurationSchema.json",
            "README.md",
            "buildTransitive/MediaMelon.SessionList.targets",
            "icon.png",
            "lib/net10.0/MediaMelon.SessionList.dll",
            "lib/net10.0/MediaMelon.SessionList.xml",
            "lib/net8.0/MediaMelon.SessionList.dll",
            "lib/net8.0/MediaMelon.SessionList.xml",
        ],
        packages.Client.Files);

    [Fact]
    public void The_testing_package_holds_what_it_needs_and_no_more() => Assert.Equal(
        [
            "README.md",
            "icon.png",
            "lib/net10.0/MediaMelon.SessionList.Testing.dll",
            "lib/net10.0/MediaMelon.SessionList.Testing.xml",
            "lib/net8.0/MediaMelon.SessionList.Testing.dll",
            "lib/net8.0/MediaMelon.SessionList.Testing.xml",
        ],
        packages.Testing.Files);

    [Fact]
    public void The_server_package_holds_what_it_needs_and_no_more() => Assert.Equal(
        [
            "README.md",
            "icon.png",
            "lib/net10.0/MediaMelon.SessionList.Testing.AspNetCore.dll",
            "lib/net10.0/MediaMelon.SessionList.Testing.AspNetCore.xml",
            "lib/net8.0/MediaMelon.SessionList.Testing.AspNetCore.dll",
            "lib/net8.0/MediaMelon.SessionList.Testing.AspNetCore.xml",
        ],
        packages.Server.Files);

    [Fact]
    public void Symbols_are_packages_beside_them()
    {
        Assert.Equal(["lib/net10.0/MediaMelon.SessionList.pdb", "lib/net8.0/MediaMelon.SessionList.pdb"], packages.ClientSymbols.Files);
        Assert.Equal(
            ["lib/net10.0/MediaMelon.SessionList.Testing.pdb", "lib/net8.0/MediaMelon.SessionList.Testing.pdb"],
            packages.TestingSymbols.Files);
        Assert.Equal(
            ["lib/net10.0/MediaMelon.SessionList.Testing.AspNetCore.pdb", "lib/net8.0/MediaMelon.SessionList.Testing.AspNetCore.pdb"],
            packages.ServerSymbols.Files);
    }

    [Fact]
    public void The_page_in_the_package_has_no_link_that_leads_nowhere()
    {
        var page = packages.Client.Text("README.md");
        var ours = File.ReadAllText(Path.Combine(Paths.Repository, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains("](docs/", ours, StringComparison.Ordinal);
        Assert.DoesNotContain("](docs/", page, StringComparison.Ordinal);
        Assert.Equal(ours, page.Replace(PackedPackages.SourcesUrl, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Packed_again_the_files_are_the_same_byte_by_byte()
    {
        var again = Directory.CreateTempSubdirectory("again-");
        try
        {
            await PackedPackages.PackAsync("MediaMelon.SessionList.Testing", again.FullName);

            Assert.Equal(2, again.GetFiles().Length);
            Assert.All(again.GetFiles(), file => Assert.Equal(
                File.ReadAllBytes(Path.Combine(packages.Folder, file.Name)), File.ReadAllBytes(file.FullName)));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }
}
