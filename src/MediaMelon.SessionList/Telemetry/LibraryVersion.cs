using System.Reflection;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The version of this library, without build metadata.</summary>
internal static class LibraryVersion
{
    public static string Text { get; } = typeof(LibraryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
        .InformationalVersion.Split('+')[0] ?? "0.0.0";
}
