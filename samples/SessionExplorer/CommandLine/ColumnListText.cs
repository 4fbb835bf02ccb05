using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Reads <c>start_time,country,latency</c>, or <c>all</c>.</summary>
internal static class ColumnListText
{
    public static Column[] Parse(string text)
    {
        if (text == "all")
            return [.. KnownColumns.All];

        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0
            ? [.. names.Select(ColumnNames.Find).DistinctBy(column => column.Name)]
            : throw new UsageException("--columns needs at least one name, or all.");
    }
}
