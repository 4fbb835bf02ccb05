using System.Reflection;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Where things are; the project file knows.</summary>
internal static class Paths
{
    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>This system, as packages name it.</summary>
    public static string RuntimeIdentifier { get; } = Metadata("RuntimeIdentifier");

    /// <summary>The packages that restores of this machine have brought so far.</summary>
    public static string PackageFolder { get; } = Metadata("PackageFolder");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
