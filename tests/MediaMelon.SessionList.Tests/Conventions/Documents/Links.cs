namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>Finds the links of a page that lead nowhere.</summary>
internal static class Links
{
    /// <param name="path">Where the page is, from the root.</param>
    /// <param name="page">The page.</param>
    /// <param name="find">The page at a path; null for a file that is no page or for a folder.</param>
    /// <param name="exists">Whether there is a file or a folder at a path.</param>
    public static IEnumerable<string> Broken(string path, Page page, Func<string, Page?> find, Func<string, bool> exists)
    {
        foreach (var link in page.Links.Where(link => !IsElsewhere(link)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
            if (target is null || !exists(target))
                yield return $"{path}: {link} leads nowhere";
            else if (parts.Length == 2 && (find(target) is not { } other || !other.Anchors.Contains(parts[1])))
                yield return $"{path}: {link} leads to no heading of {target}";
        }
    }

    private static bool IsElsewhere(string link) =>
        link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);

    // Null for what is not inside the repository.
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
