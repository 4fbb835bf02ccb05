namespace MediaMelon.SessionList.Tests.Support;

/// <summary>The files that the tests lie among.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(new(AppContext.BaseDirectory));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The rows of a document's tables below a heading: their cells, without blanks and without the marks of code.</summary>
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

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaMelon.SessionList.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within their repository.");
    }
}
