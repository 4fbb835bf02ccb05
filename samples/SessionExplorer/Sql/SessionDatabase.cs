using DuckDB.NET.Data;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Sql;

/// <summary>A database in memory with one table or view: <c>sessions</c>.</summary>
internal sealed class SessionDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public SessionDatabase()
    {
        _connection.Open();
        // Exported Parquet tells a zone; its hours and days are to be those of the table in memory.
        Execute("SET TimeZone = 'UTC'");
    }

    public async Task LoadAsync(
        IAsyncEnumerable<VideoSession> sessions,
        IReadOnlyList<Column> columns,
        CancellationToken cancellationToken)
    {
        Execute(SqlSchema.CreateTable(columns));
        using var appender = _connection.CreateAppender("sessions");
        await foreach (var session in sessions.WithCancellation(cancellationToken))
        {
            var row = appender.CreateRow();
            foreach (var column in columns)
                Append(row, column.Read(session));

            row.EndRow();
        }
    }

    /// <summary>Makes an exported file the table.</summary>
    public void Attach(FileInfo file)
    {
        var reader = file.Extension.ToLowerInvariant() switch
        {
            ".csv" => "read_csv",
            ".ndjson" or ".jsonl" => "read_json",
            _ => "read_parquet",
        };
        Execute($"CREATE VIEW sessions AS SELECT * FROM {reader}('{file.FullName.Replace("'", "''")}')");
    }

    public DuckDBCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = Prepare(sql);
        command.ExecuteNonQuery();
    }

    private static void Append(IDuckDBAppenderRow row, object? value)
    {
        _ = value switch
        {
            string text => row.AppendValue(text),
            double number => row.AppendValue(number),
            long count => row.AppendValue(count),
            bool flag => row.AppendValue(flag),
            DateTimeOffset time => row.AppendValue(time.UtcDateTime),
            _ => row.AppendNullValue(),
        };
    }
}
