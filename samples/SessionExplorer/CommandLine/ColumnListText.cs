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
        if (names.Length == 0)
            throw new UsageException("--columns needs at least one name, or all.");

        Column[] columns =
        [
            .. names.Select(ColumnNames.Find).DistinctBy(column => (column.Field.Name, column.Kind, column.Unit)),
        ];
        return columns.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UsageException($"--columns names {twice.Key} twice, as different kinds.")
            : columns;
    }
}
