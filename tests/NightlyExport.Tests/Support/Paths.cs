using System.Reflection;

namespace NightlyExport.Tests.Support;

/// <summary>Paths from the project file.</summary>
internal static class Paths
{
    public static string Worker { get; } = Metadata("Worker") + (OperatingSystem.IsWindows() ? ".exe" : "");

    public static string ScalePage { get; } = Metadata("ScalePage");

    public static string WorkerReadme { get; } = Metadata("WorkerReadme");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
