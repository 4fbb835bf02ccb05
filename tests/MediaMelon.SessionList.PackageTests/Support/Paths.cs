using System.Reflection;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Paths and build settings from the project file.</summary>
internal static class Paths
{
    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The runtime identifier of this machine.</summary>
    public static string RuntimeIdentifier { get; } = Metadata("RuntimeIdentifier");

    /// <summary>The NuGet package folder of this machine.</summary>
    public static string PackageFolder { get; } = Metadata("PackageFolder");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
