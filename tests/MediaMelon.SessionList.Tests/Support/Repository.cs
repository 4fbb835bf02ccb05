using System.Runtime.CompilerServices;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The rows of the tables below a heading of a document, as trimmed cells without code marks.</summary>
    public static List<string[]> Table(string document, string heading)
    {
        var lines = Read("docs", document).Split('\n');
        return [.. lines
            .SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim().Replace("`", "", StringComparison.Ordinal)).ToArray())];
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // A deterministic build replaces source paths. Then the search starts at the output folder of the tests.
        var start = File.Exists(here) ? here : AppContext.BaseDirectory;
        for (var folder = Path.GetDirectoryName(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "MediaMelon.SessionList.sln")))
                return folder;
        }

        throw new InvalidOperationException("The repository root was not found.");
    }
}
