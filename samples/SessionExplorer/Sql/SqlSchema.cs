using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Sql;

/// <summary>The table <c>sessions</c> in DuckDB.</summary>
internal static class SqlSchema
{
    public static string CreateTable(IReadOnlyList<Column> columns) =>
        $"CREATE TABLE sessions ({string.Join(", ", columns.Select(column => $"{Quote(column.Name)} {Type(column)}"))})";

    public static Result Describe(IReadOnlyList<Column> columns) =>
        new(
            [
                new("column", "Column", ColumnKind.Text) { CanBeCut = false },
                new("type", "Type", ColumnKind.Text),
                new("unit", "Unit", ColumnKind.Text),
                new("api_name", "In the API", ColumnKind.Text) { CanBeCut = false },
                new("csharp", "C#", ColumnKind.Text),
            ],
            columns
                .Select(column => new object?[] { column.Name, Type(column), Unit(column), column.Field.Name, column.CSharp })
                .ToAsyncEnumerable());

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    public static string Type(Column column) =>
        column.Kind switch
        {
            ColumnKind.Number => "DOUBLE",
            ColumnKind.Count => "BIGINT",
            ColumnKind.Flag => "BOOLEAN",
            ColumnKind.Time => "TIMESTAMP",
            _ => "VARCHAR",
        };

    private static string Unit(Column column) => column.Kind == ColumnKind.Time ? "UTC" : column.Unit;
}
