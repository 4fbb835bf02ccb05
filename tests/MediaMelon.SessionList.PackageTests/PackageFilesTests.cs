using System.Text.RegularExpressions;
using System.Xml.Linq;
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
    public void Each_readme_is_the_project_s_own_with_links_that_lead_to_the_sources() => Assert.All(packages.All, package =>
    {
        var page = package.Text("README.md");
        var ours = File.ReadAllText(Path.Combine(Paths.Repository, "src", package["id"]!, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains("](../../docs/", ours, StringComparison.Ordinal);
        Assert.DoesNotContain("](../", page, StringComparison.Ordinal);
        Assert.Equal(ours.Replace("](../../", $"]({PackedPackages.SourcesUrl}", StringComparison.Ordinal), page);
    });

    [Fact]
    public void Each_readme_begins_with_what_the_package_is_and_how_to_add_it() => Assert.All(packages.All, package =>
    {
        var page = package.Text("README.md");
        var change = File.ReadAllText(Path.Combine(Paths.Repository, "CHANGELOG.md"));
        var isReleased = Regex.IsMatch(change, @"^## v?[0-9]+\.[0-9]+\.[0-9]+\b(?!-)", RegexOptions.Multiline);

        Assert.StartsWith($"# {package["id"]}\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\ndotnet add package {package["id"]}{(isReleased ? "" : " --prerelease")}\n", page.Split("\n## ")[0], StringComparison.Ordinal);
        Assert.DoesNotMatch("dotnet (run|test|build)|git clone|samples/|\\.ci/", page);
    });

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void Documentation_holds_public_members_and_all_of_them(string framework) => Assert.All(packages.All, package =>
    {
        var visible = PublicMembers.Read(package.Bytes($"lib/{framework}/{package["id"]}.dll"));
        var documented = XDocument.Parse(package.Text($"lib/{framework}/{package["id"]}.xml")).Descendants("member")
            .Select(member => PublicMembers.NameOf(member.Attribute("name")!.Value)).ToList();

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(visible));
        Assert.Empty(visible.Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Except(documented));
    });

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
