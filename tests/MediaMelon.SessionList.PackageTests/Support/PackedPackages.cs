using MediaMelon.SessionList.PackageTests.Support;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Packs the packages once from the build output into a temporary folder.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version that is higher than any version in a registry.</summary>
    public const string Version = "9999.1.2";

    public const string ToolId = "MediaMelon.SessionExplorer";

    public const string ProjectUrl = "https://example.com/owner/name";

    /// <summary>A repository that does not exist. The domain example.com is reserved.</summary>
    public const string RepositoryUrl = $"{ProjectUrl}.git";

    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public const string SourcesUrl = $"{ProjectUrl}/blob/{Commit}/";

    public string Folder { get; } = Directory.CreateTempSubdirectory("packed-").FullName;

    public Package Client => Read("MediaMelon.SessionList", "nupkg");

    public Package ClientSymbols => Read("MediaMelon.SessionList", "snupkg");

    public Package Testing => Read("MediaMelon.SessionList.Testing", "nupkg");

    public Package TestingSymbols => Read("MediaMelon.SessionList.Testing", "snupkg");

    public Package Server => Read("MediaMelon.SessionList.Testing.AspNetCore", "nupkg");

    public Package ServerSymbols => Read("MediaMelon.SessionList.Testing.AspNetCore", "snupkg");

    public Package Tool => Read(ToolId, "nupkg");

    /// <summary>The package of the tool for the runtime identifier of this machine.</summary>
    public Package SystemTool => Read($"{ToolId}.{Paths.RuntimeIdentifier}", "nupkg");

    public IReadOnlyList<Package> All => [Client, Testing, Server];

    public async ValueTask InitializeAsync()
    {
        await PackAsync("MediaMelon.SessionList", Folder);
        await PackAsync("MediaMelon.SessionList.Testing", Folder);
        await PackAsync("MediaMelon.SessionList.Testing.AspNetCore", Folder);
        await PackAsync("../samples/SessionExplorer", Folder, $"-p:ToolPackageRuntimeIdentifiers={Paths.RuntimeIdentifier}");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static Task<string> PackAsync(string project, string folder, params string[] options) => Dotnet.RunAsync(
        Path.Combine(Paths.Repository, "src", project),
        [
            "pack", "--no-build", "-c", Paths.Configuration, "-o", folder,
            $"-p:MinVerVersionOverride={Version}", "-p:MinVerSkip=false",
            $"-p:RepositoryUrl={RepositoryUrl}", $"-p:SourceRevisionId={Commit}", .. options,
        ],
        ("SOURCE_DATE_EPOCH", "1775749962"));

    private Package Read(string id, string extension) => new(Path.Combine(Folder, $"{id}.{Version}.{extension}"));
}
