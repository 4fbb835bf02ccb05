namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>Finds the broken links of a page.</summary>
internal static class Links
{
    /// <param name="path">The path of the page, relative to the root.</param>
    /// <param name="page">The page.</param>
    /// <param name="find">Returns the page at a path. Returns null for a folder, and for a file that is not a page.</param>
    /// <param name="exists">Returns whether a file or a folder exists at a path.</param>
    public static IEnumerable<string> Broken(string path, Page page, Func<string, Page?> find, Func<string, bool> exists)
    {
        foreach (var link in page.Links.Where(link => !IsElsewhere(link)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
            if (target is null || !exists(target))
                yield return $"{path}: the target of {link} does not exist";
            else if (parts.Length == 2 && (find(target) is not { } other || !other.Anchors.Contains(parts[1])))
                yield return $"{path}: the heading of {link} does not exist in {target}";
        }
    }

    private static bool IsElsewhere(string link) =>
        link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);

    // Null for a target outside the repository.
    private static string? Resolve(string path, string link)
    {
        if (link.StartsWith('/'))
            return null;

        var parts = new Stack<string>(path.Split('/').SkipLast(1));
        foreach (var part in link.TrimEnd('/').Split('/'))
        {
            if (part == "..")
            {
                if (!parts.TryPop(out _))
                    return null;
            }
            else if (part != ".")
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }
}
