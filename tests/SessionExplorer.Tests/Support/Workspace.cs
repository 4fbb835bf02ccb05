namespace SessionExplorer.Tests.Support;

/// <summary>A temporary folder of a test.</summary>
public sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("session-explorer-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
