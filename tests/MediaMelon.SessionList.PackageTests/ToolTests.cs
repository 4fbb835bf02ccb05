using System.Runtime.InteropServices;
using System.Text.Json;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

/// <summary>The explorer as a .NET tool: what its packages hold, and that it runs where it is installed.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public async Task Tool_installed_from_its_package_finds_the_cause_and_exports_to_parquet()
    {
        using var newcomer = new Newcomer(packages.Folder);
        await newcomer.TypeAsync(
            $"dotnet tool install --tool-path tools {PackedPackages.ToolId} --prerelease --add-source {packages.Folder}");

        var findings = JsonDocument.Parse(await RunAsync(newcomer, "why", "rebuffering", "--last", "6h", "--output", "json"));
        Assert.Contains("cdn=Borealis", findings.RootElement[0].GetRawText(), StringComparison.Ordinal);

        // Both native libraries: ParquetSharp writes, DuckDB reads.
        await RunAsync(newcomer, "export", "sessions.parquet", "--last", "24h");
        // Of the 20,000 sessions of the built-in data these ended in the period.
        Assert.Equal(
            "n\n19773\n",
            await RunAsync(newcomer, "sql", "--file", "sessions.parquet", "select count(*) n from sessions", "--output", "csv"));
    }

    [Fact]
    public void Package_without_a_system_names_those_that_have_one() => Assert.Contains(
        $"RuntimeIdentifier=\"{Paths.RuntimeIdentifier}\" Id=\"{PackedPackages.ToolId}.{Paths.RuntimeIdentifier}\"",
        packages.Tool.Text("tools/any/any/DotnetToolSettings.xml"),
        StringComparison.Ordinal);

    [Fact]
    public void Package_of_a_system_holds_programs_and_their_settings_and_nothing_else()
    {
        var folder = $"tools/net10.0/{Paths.RuntimeIdentifier}/";
        var settings = packages.SystemTool.Files.Where(file => !IsLibrary(file));

        Assert.Equal(
            [
                "README.md",
                "icon.png",
                $"{folder}DotnetToolSettings.xml",
                $"{folder}session-explorer.deps.json",
                $"{folder}session-explorer.runtimeconfig.json",
            ],
            settings);
        Assert.DoesNotContain(packages.SystemTool.Files, file => file.Contains("Tests", StringComparison.Ordinal));
        Assert.Single(packages.SystemTool.Files, file => file.Contains("ParquetSharpNative", StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_tells_how_to_install_the_tool_and_has_no_relative_link()
    {
        var page = packages.Tool.Text("README.md");

        Assert.StartsWith($"# {PackedPackages.ToolId}\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\ndotnet tool install --global {PackedPackages.ToolId} --prerelease\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](../", page, StringComparison.Ordinal);
        Assert.Equal(page, packages.SystemTool.Text("README.md"));
    }

    [Fact]
    public void Description_of_the_packages_names_the_command() =>
        Assert.Contains("<Command Name=\"session-explorer\"", packages.Tool.Text("tools/any/any/DotnetToolSettings.xml"), StringComparison.Ordinal);

    private static bool IsLibrary(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static Task<string> RunAsync(Newcomer newcomer, params string[] arguments) => Dotnet.RunProgramAsync(
        newcomer.PathOf(OperatingSystem.IsWindows() ? "tools/session-explorer.exe" : "tools/session-explorer"),
        newcomer.PathOf("."),
        arguments,
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
        ("HOME", newcomer.PathOf(".")), // no user secrets of whoever runs the tests
        ("APPDATA", newcomer.PathOf(".")),
        ("SESSIONEXPLORER_NOW", "2026-04-10T15:52:42Z"),
        ("MEDIAMELON_API_KEY", ""),
        ("MEDIAMELON_ACCESS_TOKEN", ""),
        ("MEDIAMELON_CUSTOMER_ID", ""),
        ("MEDIAMELON_BASE_URL", ""));
}
