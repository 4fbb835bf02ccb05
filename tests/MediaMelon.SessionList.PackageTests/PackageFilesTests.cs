using System.Text.RegularExpressions;
using System.Xml.Linq;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

public sealed class PackageFilesTests(PackedPackages packages)
{
    [Fact]
    public void Client_package_contains_exactly_the_expected_files() => Assert.Equal(
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
    public void Testing_package_contains_exactly_the_expected_files() => Assert.Equal(
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
    public void AspNetCore_package_contains_exactly_the_expected_files() => Assert.Equal(
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
    public void Symbol_packages_contain_a_pdb_for_each_framework()
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
    public void Package_readme_matches_the_project_readme_with_absolute_links() => Assert.All(packages.All, package =>
    {
        var page = package.Text("README.md");
        var source = File.ReadAllText(Path.Combine(Paths.Repository, "src", package["id"]!, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains("](../../docs/", source, StringComparison.Ordinal);
        Assert.DoesNotContain("](../", page, StringComparison.Ordinal);
        Assert.Equal(source.Replace("](../../", $"]({PackedPackages.SourcesUrl}", StringComparison.Ordinal), page);
    });

    [Fact]
    public void Package_readme_contains_title_and_install_command() => Assert.All(packages.All, package =>
    {
        var page = package.Text("README.md");
        var changelog = File.ReadAllText(Path.Combine(Paths.Repository, "CHANGELOG.md"));
        var isReleased = Regex.IsMatch(changelog, @"^## v?[0-9]+\.[0-9]+\.[0-9]+\b(?!-)", RegexOptions.Multiline);

        Assert.StartsWith($"# {package["id"]}\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\ndotnet add package {package["id"]}{(isReleased ? "" : " --prerelease")}\n", page.Split("\n## ")[0], StringComparison.Ordinal);
        Assert.DoesNotMatch("dotnet (run|test|build)|git clone|samples/|\\.ci/", page);
    });

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void Package_documentation_covers_exactly_the_public_members(string framework) => Assert.All(packages.All, package =>
    {
        var visible = PublicMembers.Read(package.Bytes($"lib/{framework}/{package["id"]}.dll"));
        var documented = XDocument.Parse(package.Text($"lib/{framework}/{package["id"]}.xml")).Descendants("member")
            .Select(member => PublicMembers.NameOf(member.Attribute("name")!.Value)).ToList();

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(visible));
        Assert.Empty(visible.Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Except(documented));
    });

    [Fact]
    public async Task Pack_run_twice_creates_identical_files()
    {
        var second = Directory.CreateTempSubdirectory("second-");
        try
        {
            await PackedPackages.PackAsync("MediaMelon.SessionList.Testing", second.FullName);

            Assert.Equal(2, second.GetFiles().Length);
            Assert.All(second.GetFiles(), file => Assert.Equal(
                File.ReadAllBytes(Path.Combine(packages.Folder, file.Name)), File.ReadAllBytes(file.FullName)));
        }
        finally
        {
            second.Delete(recursive: true);
        }
    }
}
