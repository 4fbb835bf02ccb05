using System.Runtime.InteropServices;
using System.Text.Json;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

/// <summary>Tests the packages of the explorer, which is a .NET tool.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public async Task Tool_installed_from_the_package_finds_the_cause_and_exports_Parquet()
    {
        using var workspace = new ConsumerWorkspace(packages.Folder);
        await workspace.RunCommandAsync(
            $"dotnet tool install --tool-path tools {PackedPackages.ToolId} --prerelease --add-source {packages.Folder}");

        var findings = JsonDocument.Parse(await RunAsync(workspace, "why", "rebuffering", "--last", "6h", "--output", "json"));
        Assert.Contains("cdn=Borealis", findings.RootElement[0].GetRawText(), StringComparison.Ordinal);

        // Tests both native libraries: ParquetSharp writes the file, DuckDB reads it.
        await RunAsync(workspace, "export", "sessions.parquet", "--last", "24h");
        // 19,773 of the 20,000 synthetic sessions ended in the period.
        Assert.Equal(
            "n\n19773\n",
            await RunAsync(workspace, "sql", "--file", "sessions.parquet", "select count(*) n from sessions", "--output", "csv"));
    }

    [Fact]
    public void Tool_package_refers_to_the_package_of_each_runtime_identifier() => Assert.Contains(
        $"RuntimeIdentifier=\"{Paths.RuntimeIdentifier}\" Id=\"{PackedPackages.ToolId}.{Paths.RuntimeIdentifier}\"",
        packages.Tool.Text("tools/any/any/DotnetToolSettings.xml"),
        StringComparison.Ordinal);

    [Fact]
    public void Tool_package_of_a_runtime_identifier_contains_only_program_files()
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
    public void Tool_readme_contains_the_install_command_and_no_relative_link()
    {
        var page = packages.Tool.Text("README.md");

        Assert.StartsWith($"# {PackedPackages.ToolId}\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\ndotnet tool install --global {PackedPackages.ToolId} --prerelease\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](../", page, StringComparison.Ordinal);
        Assert.Equal(page, packages.SystemTool.Text("README.md"));
    }

    [Fact]
    public void Tool_settings_contain_the_command_name() =>
        Assert.Contains("<Command Name=\"session-explorer\"", packages.Tool.Text("tools/any/any/DotnetToolSettings.xml"), StringComparison.Ordinal);

    private static bool IsLibrary(string file) => Path.GetExtension(file) is ".dll" or ".so" or ".dylib";

    private static Task<string> RunAsync(ConsumerWorkspace workspace, params string[] arguments) => Dotnet.RunProgramAsync(
        workspace.PathOf(OperatingSystem.IsWindows() ? "tools/session-explorer.exe" : "tools/session-explorer"),
        workspace.PathOf("."),
        arguments,
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
        ("HOME", workspace.PathOf(".")), // does not use the user secrets of the current user
        ("APPDATA", workspace.PathOf(".")),
        ("SESSIONEXPLORER_NOW", "2026-04-10T15:52:42Z"),
        ("MEDIAMELON_API_KEY", ""),
        ("MEDIAMELON_ACCESS_TOKEN", ""),
        ("MEDIAMELON_CUSTOMER_ID", ""),
        ("MEDIAMELON_BASE_URL", ""));
}
