namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>One who types commands in an empty folder, with the packed files beside the machine's own package sources.</summary>
internal sealed class Newcomer : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("newcomer-");
    private string _folder;

    public Newcomer(string packages)
    {
        _folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "work")).FullName;
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packages}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The project in the folder that the last <c>cd</c> led to.</summary>
    public string Project => Directory.GetFiles(_folder, "*.csproj").Single();

    public string PathOf(string file) => Path.GetFullPath(Path.Combine(_folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public async Task<string> TypeAsync(string command)
    {
        var words = command.Split(' ');
        switch (words)
        {
            case ["cd", var folder]:
                _folder = Path.Combine(_folder, folder);
                return "";

            case ["dotnet", .. var arguments]:
                return await Dotnet.RunAsync(
                    _folder,
                    arguments,
                    ("NUGET_PACKAGES", Path.Combine(_home.FullName, "packages")), // ours stay out of the machine's folder
                    ("NUGET_FALLBACK_PACKAGES", Paths.PackageFolder), // and the others need not come again
                    ("NuGetAudit", "false"), // the gate's restore looks at advisories
                    ("CI", ""),
                    ("DOTNET_NOLOGO", "1"),
                    ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));

            default:
                throw new ArgumentException($"A command of the quick start is neither cd nor dotnet: {command}", nameof(command));
        }
    }

    public void Dispose() => _home.Delete(recursive: true);
}
