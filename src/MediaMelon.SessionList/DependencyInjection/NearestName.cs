namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Finds the setting that is most similar to an unknown name.</summary>
internal static class NearestName
{
    private const int ShortestPart = 5;

    /// <summary>Finds the most similar known name. If known names contain the whole name, returns all of them.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="known">The known names.</param>
    /// <param name="isNear">Whether the result is very similar.</param>
    public static string Find(string name, IReadOnlyCollection<string> known, out bool isNear)
    {
        var containing = known.Where(candidate => CommonPart(name, candidate) == name.Length).ToList();
        isNear = containing.Count > 0;
        if (isNear)
            return string.Join(" or ", containing);

        var nearest = known
            .OrderByDescending(candidate => CommonPart(name, candidate))
            .ThenBy(candidate => EditDistance(name, candidate))
            .First();
        isNear = EditDistance(name, nearest) <= Math.Max(1, name.Length / 3);
        return nearest;
    }

    // The length of the longest common substring. Short ones are ignored.
    private static int CommonPart(string left, string right)
    {
        for (var length = Math.Min(left.Length, right.Length); length >= ShortestPart; length--)
        {
            for (var start = 0; start + length <= left.Length; start++)
            {
                if (right.Contains(left.Substring(start, length), StringComparison.OrdinalIgnoreCase))
                    return length;
            }
        }

        return 0;
    }

    // The Levenshtein distance, ignoring case.
    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change));
            }
        }

        return row[^1];
    }
}
