namespace RootCause.Tests;

/// <summary>A temporary folder of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("root-cause-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
