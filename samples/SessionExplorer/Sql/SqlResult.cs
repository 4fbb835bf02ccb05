using DuckDB.NET.Data;
using SessionExplorer.Output;

namespace SessionExplorer.Sql;

/// <summary>The rows from DuckDB, converted to the value types of this program.</summary>
internal static class SqlResult
{
    public static Result Create(DuckDBDataReader reader, IReadOnlyList<SqlColumn> columns) =>
        new([.. columns.Select(column => column.ToResultColumn())], ReadRows(reader, columns).ToAsyncEnumerable());

    private static IEnumerable<object?[]> ReadRows(DuckDBDataReader reader, IReadOnlyList<SqlColumn> columns)
    {
        while (reader.Read())
            yield return [.. columns.Select((column, index) => column.Read(reader.GetValue(index)))];
    }
}
