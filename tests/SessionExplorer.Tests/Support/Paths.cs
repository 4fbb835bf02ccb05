using System.Reflection;

namespace SessionExplorer.Tests.Support;

/// <summary>Paths from the project file.</summary>
internal static class Paths
{
    public static string Explorer { get; } = Metadata("Explorer") + (OperatingSystem.IsWindows() ? ".exe" : "");

    public static string ExplorerReadme { get; } = Metadata("ExplorerReadme");

    public static string Golden { get; } = Metadata("Golden");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
