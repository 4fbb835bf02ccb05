using System.Buffers.Binary;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

public sealed class PackageMetadataTests(PackedPackages packages)
{
    [Fact]
    public void Client_package_has_the_same_dependencies_in_each_framework()
    {
        string[] dependencies =
        [
            "Microsoft.Extensions.Http 10.0.13",
            "Polly.Core 8.4.2",
            "Refit [16.4.0, 17.0.0)",
        ];

        Assert.Equal(
            [.. dependencies.Select(dependency => $"net10.0: {dependency}"), .. dependencies.Select(dependency => $"net8.0: {dependency}")],
            packages.Client.Dependencies);
    }

    [Fact]
    public void Testing_package_depends_on_the_client_package_of_the_same_version() => Assert.Equal(
        [$"net10.0: MediaMelon.SessionList {PackedPackages.Version}", $"net8.0: MediaMelon.SessionList {PackedPackages.Version}"],
        packages.Testing.Dependencies);

    [Fact]
    public void AspNetCore_package_depends_on_the_testing_package_and_the_shared_framework()
    {
        Assert.Equal(
            [
                $"net10.0: MediaMelon.SessionList.Testing {PackedPackages.Version}",
                $"net8.0: MediaMelon.SessionList.Testing {PackedPackages.Version}",
            ],
            packages.Server.Dependencies);
        Assert.Equal(
            ["net10.0: Microsoft.AspNetCore.App", "net8.0: Microsoft.AspNetCore.App"],
            packages.Server.FrameworkReferences);
    }

    [Fact]
    public void Package_metadata_contains_license_readme_and_repository() => Assert.All([.. packages.All, packages.Tool, packages.SystemTool], package =>
    {
        Assert.Equal(PackedPackages.Version, package["version"]);
        Assert.Equal("MIT", package["license"]);
        Assert.Equal("expression", package.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", package["readme"]);
        Assert.Equal("icon.png", package["icon"]);
        Assert.InRange(package["description"]!.Length, 50, 300);
        Assert.Contains("mediamelon smartsight", package["tags"], StringComparison.Ordinal);

        Assert.Equal(PackedPackages.ProjectUrl, package["projectUrl"]);
        Assert.Equal($"{PackedPackages.SourcesUrl}CHANGELOG.md", package["releaseNotes"]);
        Assert.Equal(
            [("type", "git"), ("url", PackedPackages.RepositoryUrl), ("commit", PackedPackages.Commit)],
            package.Element("repository")!.Attributes().Select(attribute => (attribute.Name.LocalName, attribute.Value)));
    });

    [Fact]
    public void Package_icon_is_a_256_pixel_square_PNG() => Assert.All([.. packages.All, packages.Tool, packages.SystemTool], package =>
    {
        var icon = package.Bytes("icon.png");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal(256, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(256, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
        Assert.InRange(icon.Length, 1_000, 20_000);
    });
}
