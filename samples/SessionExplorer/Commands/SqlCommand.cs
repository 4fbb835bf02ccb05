using System.CommandLine;
using DuckDB.NET.Data;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.Sql;

namespace SessionExplorer.Commands;

/// <summary><c>sql</c>: DuckDB over the sessions of a query, or over an exported file.</summary>
internal sealed class SqlCommand : ExplorerCommand
{
    private readonly Argument<string?> _sql = new("SQL")
    {
        Description = "The statement; the table is sessions.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _schema = new("--schema") { Description = "Show the table's columns instead." };
    private readonly Option<FileInfo?> _file = new Option<FileInfo?>("--file")
    {
        Description = "Ask an exported file (Parquet, CSV, NDJSON) instead of the service.",
        HelpName = "FILE",
    }.AcceptExisting();
    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new(KnownColumns.All);
    private readonly WalkOptions _walk = new();
    private readonly OutputOptions _output = new();

    public SqlCommand()
        : base(
            "sql",
            "Asks the sessions in SQL, with DuckDB in this process.",
            "sql \"select country, quantile_cont(startup_seconds, 0.95) p95 from sessions group by 1 order by 2 desc\"",
            "sql \"select error_code, count(*) n from sessions group by 1 order by 2 desc\" --last 6h --output csv"
        )
    {
        Add(_sql);
        Add(_schema);
        Add(_file);
        _filter.AddTo(this);
        _shape.AddTo(this);
        _walk.AddTo(this);
        _output.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_schema) is null && result.GetResult(_sql) is null or { Tokens.Count: 0 })
                result.AddError("sql needs a statement, or --schema.");
        });
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var writer = invocation.Screen.Writer(_output.Read(parsed));
        if (parsed.GetValue(_schema) && parsed.GetValue(_file) is null)
        {
            await writer.WriteAsync(SqlSchema.Describe(_shape.ReadColumns(parsed)), invocation.Cancellation);
            return ExitCode.Success;
        }

        using var database = new SessionDatabase();
        await FillAsync(database, invocation);
        await QueryAsync(
            database,
            parsed.GetValue(_schema) ? "DESCRIBE sessions" : parsed.GetValue(_sql)!,
            writer,
            invocation.Cancellation);
        return ExitCode.Success;
    }

    private async Task FillAsync(SessionDatabase database, Invocation invocation)
    {
        var parsed = invocation.Parsed;
        if (parsed.GetValue(_file) is { } file)
        {
            database.Attach(file);
            return;
        }

        var query = _filter.Apply(parsed, _shape.Start(parsed, _filter.ReadPeriod(parsed, invocation.Clock)));
        var sessions = invocation.ReadAsync(query, _walk.Read(parsed, invocation.Source.Paging));
        await database.LoadAsync(sessions, _shape.ReadColumns(parsed), invocation.Cancellation);
    }

    private static async Task QueryAsync(
        SessionDatabase database,
        string sql,
        IResultWriter writer,
        CancellationToken cancellationToken)
    {
        using var command = database.Prepare(sql);
        await using var registration = cancellationToken.Register(command.Cancel);
        try
        {
            await using var reader = await Task.Run(command.ExecuteReader, cancellationToken);
            await writer.WriteAsync(SqlResult.Of(reader), cancellationToken);
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
