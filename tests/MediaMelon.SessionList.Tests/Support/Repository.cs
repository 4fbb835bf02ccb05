using System.Runtime.CompilerServices;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // A deterministic build maps source paths away; then the tests' own folder leads up to the root.
        for (var folder = Path.GetDirectoryName(File.Exists(here) ? here : AppContext.BaseDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "MediaMelon.SessionList.sln")))
                return folder;
        }

        throw new InvalidOperationException("The repository's root was not found.");
    }
}
