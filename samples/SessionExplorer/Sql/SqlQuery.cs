using DuckDB.NET.Data;

namespace SessionExplorer.Sql;

/// <summary>Runs one statement without loss of precision for any type of DuckDB.</summary>
internal sealed class SqlQuery(SessionDatabase database, string statement)
{
    /// <summary>Runs the statement. Its columns get unique names and types that can be read exactly.</summary>
    public async Task<(DuckDBDataReader Reader, IReadOnlyList<SqlColumn> Columns)> ExecuteAsync(
        CancellationToken cancellationToken)
    {
        var columns = Describe();
        using var command = database.Prepare(columns is null ? statement : Wrap(columns));
        await using var registration = cancellationToken.Register(command.Cancel);
        var reader = await Task.Run(command.ExecuteReader, cancellationToken);
        return (reader, columns ?? ReadColumns(reader));
    }

    private string Wrap(List<SqlColumn> columns)
    {
        var names = Enumerable.Range(0, columns.Count).Select(index => $"c{index}").ToList();
        var values = columns.Zip(names, (column, name) => column.Expression(name));
        return $"SELECT {string.Join(", ", values)} FROM (\n{statement}\n) AS result({string.Join(", ", names)})";
    }

    /// <summary>Null for statements that are not queries, such as SET or EXPLAIN, and for invalid
    /// statements, whose run reports the error.</summary>
    private List<SqlColumn>? Describe()
    {
        try
        {
            using var command = database.Prepare($"DESCRIBE SELECT * FROM (\n{statement}\n)");
            using var reader = command.ExecuteReader();
            var columns = new List<SqlColumn>();
            while (reader.Read())
                columns.Add(new(reader.GetString(0), reader.GetString(1)));

            return columns;
        }
        catch (DuckDBException)
        {
            return null;
        }
    }

    private static List<SqlColumn> ReadColumns(DuckDBDataReader reader)
    {
        var names = new HashSet<string>();
        return
        [
            .. Enumerable
                .Range(0, reader.FieldCount)
                .Select(index => new SqlColumn(
                    Unique(reader.GetName(index), names),
                    reader.GetDataTypeName(index).ToUpperInvariant())),
        ];
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 1; !taken.Add(unique); number++)
            unique = $"{name}_{number}";

        return unique;
    }
}
