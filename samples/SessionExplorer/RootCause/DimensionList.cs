using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;

namespace SessionExplorer.RootCause;

/// <summary>Reads <c>country,cdn,text:city,hour</c>.</summary>
internal static class DimensionList
{
    // Excluded: the subscriber, and the session's status and error, which are effects and not causes.
    private static readonly Column[] NoCauses =
        [KnownColumns.SessionId, KnownColumns.SubscriberId, KnownColumns.ViewStatus, KnownColumns.ErrorCode];

    /// <summary>The dimensions of the catalogue that can be a cause. Null represents the hour of the day.</summary>
    public static IReadOnlyList<Column?> Default { get; } =
        [.. KnownColumns.All.Where(column => column.IsDimension && !NoCauses.Contains(column)), null];

    public static Column?[] Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0
            ? [.. names.Select(Find).DistinctBy(column => column?.Field.Name)]
            : throw new UsageException("--dimensions needs at least one name, such as cdn,country,hour.");
    }

    private static Column? Find(string name) =>
        string.Equals(name, Sample.HourName, StringComparison.OrdinalIgnoreCase) ? null : ColumnNames.FindDimension(name);
}
