namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>An empty folder for commands of the SDK. The packed files are an additional package source.</summary>
internal sealed class ConsumerWorkspace : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("workspace-");
    private string _folder;

    public ConsumerWorkspace(string packages)
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

    /// <summary>The project file in the current folder.</summary>
    public string Project => Directory.GetFiles(_folder, "*.csproj").Single();

    public string PathOf(string file) => Path.GetFullPath(Path.Combine(_folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public async Task<string> RunCommandAsync(string command)
    {
        var parts = command.Split(' ');
        switch (parts)
        {
            case ["cd", var folder]:
                _folder = Path.Combine(_folder, folder);
                return "";

            case ["dotnet", .. var arguments]:
                return await Dotnet.RunAsync(
                    _folder,
                    arguments,
                    ("NUGET_PACKAGES", Path.Combine(_home.FullName, "packages")), // keeps the packed packages out of the package folder of the machine
                    ("NUGET_FALLBACK_PACKAGES", Paths.PackageFolder), // avoids a download of the other packages
                    ("NuGetAudit", "false"), // the restore of the gate checks advisories
                    ("CI", ""),
                    ("DOTNET_NOLOGO", "1"),
                    ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));

            default:
                throw new ArgumentException($"The command must be cd or dotnet: {command}", nameof(command));
        }
    }

    public void Dispose() => _home.Delete(recursive: true);
}
