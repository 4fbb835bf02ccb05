using System.Text;
using DuckDB.NET.Data;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Sql;

/// <summary>An in-memory database with one table or view: <c>sessions</c>.</summary>
internal sealed class SessionDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public SessionDatabase()
    {
        _connection.Open();
        // Exported Parquet has a time zone. Its hours and days must match those of the in-memory table.
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

    /// <summary>Makes exported files available as the table.</summary>
    public void Attach(string file) =>
        Execute($"CREATE VIEW sessions AS {new FileReader(this, ExportedFiles.Find(this, file)).ToSql()}");

    /// <summary>The first column of a query's rows.</summary>
    public List<string> ReadTexts(string sql)
    {
        using var command = Prepare(sql);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));

        return texts;
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
            // As bytes: a string would end at its first NUL.
            string text => row.AppendValue(Encoding.UTF8.GetBytes(text)),
            double number => row.AppendValue(number),
            long count => row.AppendValue(count),
            bool flag => row.AppendValue(flag),
            DateTimeOffset time => row.AppendValue(time.UtcDateTime),
            _ => row.AppendNullValue(),
        };
    }
}
