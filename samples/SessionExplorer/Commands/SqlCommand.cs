using System.CommandLine;
using DuckDB.NET.Data;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Sql;

namespace SessionExplorer.Commands;

/// <summary><c>sql</c>: runs DuckDB over the sessions of a query, or over exported files.</summary>
internal sealed class SqlCommand : ExplorerCommand
{
    private readonly Argument<string?> _sql = new("SQL")
    {
        Description = "The statement; the table is sessions.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _schema = new("--schema") { Description = "Show the table's columns instead." };
    private readonly Option<string?> _file = new("--file")
    {
        Description = "Query exported files (Parquet, CSV, NDJSON) instead: a path, or a pattern such as \"day-*.csv\".",
        HelpName = "FILE",
    };
    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new(KnownColumns.All);
    private readonly PageOptions _paging = new();
    private readonly OutputOptions _output = new();

    public SqlCommand()
        : base(
            "sql",
            "Queries the sessions with SQL, with DuckDB in this process.",
            "sql \"select country, quantile_cont(startup_seconds, 0.95) p95 from sessions group by 1 order by 2 desc\"",
            "sql \"select error_code, count(*) n from sessions group by 1 order by 2 desc\" --last 6h --output csv"
        )
    {
        Add(_sql);
        Add(_schema);
        Add(_file);
        _filter.AddTo(this);
        _shape.AddTo(this);
        _paging.AddTo(this);
        _output.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_schema) is null && result.GetResult(_sql) is null or { Tokens.Count: 0 })
                result.AddError("sql needs a statement, or --schema.");
        });
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        if (parsed.GetValue(_file) is not null && WithoutUse(parsed).ToList() is { Count: > 0 } names)
        {
            throw new UsageException(
                $"--file cannot be combined with {string.Join(", ", names)}: choose rows and columns in the SQL.");
        }

        if (parsed.GetValue(_schema) && parsed.GetValue(_file) is null)
        {
            await _output.Writer(invocation).WriteAsync(SqlSchema.Describe(_shape.ReadColumns(parsed)), invocation.Cancellation);
            return ExitCode.Success;
        }

        // Text without a statement is rejected before the download.
        var statements = parsed.GetValue(_schema) ? ["DESCRIBE sessions"] : SqlStatements.Split(parsed.GetValue(_sql)!);
        using var database = new SessionDatabase();
        await FillAsync(database, invocation);
        for (var index = 0; index < statements.Count; index++)
            await QueryAsync(new SqlQuery(database, statements[index]), invocation, isFirst: index == 0);

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
        var sessions = invocation.ReadAsync(query, _paging.Read(parsed, invocation.Source.Paging));
        await database.LoadAsync(sessions, _shape.ReadColumns(parsed), invocation.Cancellation);
    }

    private async Task QueryAsync(SqlQuery query, Invocation invocation, bool isFirst)
    {
        var cancellationToken = invocation.Cancellation;
        try
        {
            var (reader, columns) = await query.ExecuteAsync(cancellationToken);
            await using (reader)
            {
                // Statements such as SET have no result.
                if (columns.Count == 0)
                    return;

                if (!isFirst)
                    invocation.Screen.Separate(_output.Read(invocation.Parsed));
                await _output.Writer(invocation).WriteAsync(SqlResult.Create(reader, columns), cancellationToken);
            }
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private IEnumerable<string> WithoutUse(ParseResult parsed) =>
        new[] { _filter.Given(parsed), _shape.Given(parsed), _paging.Given(parsed) }.SelectMany(names => names);
}
