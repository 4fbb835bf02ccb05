using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Export;
using SessionExplorer.Output;
using SessionExplorer.Sources;

namespace SessionExplorer.Commands;

/// <summary><c>export</c>: writes all sessions of a query to a file. An interrupted export can be resumed.</summary>
internal sealed class ExportCommand : ExplorerCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "The output file: .csv, .ndjson or .parquet sets the format; - is standard output.",
    };
    private readonly Option<ExportFormat?> _format = EnumOption.Create<ExportFormat>(
        "--format",
        "csv, ndjson or parquet, if the file name does not specify it.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Continue an interrupted export." };
    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Replace the file, or an unfinished export of it.",
    };
    private readonly Option<bool> _csvSafe = CsvSafeOption.Create();
    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new(KnownColumns.All);
    private readonly PageOptions _paging = new();

    public ExportCommand()
        : base(
            "export",
            "Writes all sessions of a query to a file.",
            "export sessions.parquet",
            "export brazil.csv --where country=Brazil --columns start_time,asset_name,latency,error_code --overwrite")
    {
        Add(_file);
        Add(_format);
        Add(_resume);
        Add(_overwrite);
        Add(_csvSafe);
        _filter.AddTo(this);
        _shape.AddTo(this);
        _paging.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_resume) is not null && result.GetResult(_overwrite) is not null)
                result.AddError("--resume cannot be combined with --overwrite.");
        });
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var path = parsed.GetRequiredValue(_file);
        var stream = StreamTarget.Find(path);
        var shape = ReadShape(parsed, stream?.Path ?? path);
        if (stream is null)
            return await WriteFileAsync(invocation, ExportTarget.Find(path), shape);

        stream.Refuse(shape.Format, parsed.GetValue(_resume));
        return await WriteStreamAsync(invocation, stream, shape);
    }

    private ExportShape ReadShape(ParseResult parsed, string path)
    {
        var format = parsed.GetValue(_format) ?? ExportFiles.FormatOf(path) ?? throw new UsageException(
            "The file name does not specify the format. Use .csv, .ndjson or .parquet, or add --format.");
        if (parsed.GetValue(_csvSafe) && format != ExportFormat.Csv)
            throw new UsageException("--csv-safe is valid for CSV only.");

        return new(format, _shape.ReadColumns(parsed), parsed.GetValue(_csvSafe));
    }

    private async Task<int> WriteStreamAsync(Invocation invocation, StreamTarget stream, ExportShape shape)
    {
        var sessions = invocation.ReadAsync(ReadQuery(invocation), _paging.Read(invocation.Parsed, invocation.Source.Paging));
        var result = Sessions.ToResult(sessions, shape.Columns);

        await using var output = await stream.OpenAsync(invocation.Cancellation);
        IResultWriter writer =
            shape.Format == ExportFormat.Csv ? new CsvLines(output, shape.IsCsvSafe) : new JsonLines(output, isArray: false);
        await writer.WriteAsync(result, invocation.Cancellation);
        await output.FlushAsync(invocation.Cancellation);
        Invocation.Note([$"Wrote {Plural.Format(invocation.Progress.Tally.Sessions, "session")} to {stream.Name}."]);
        return ExitCode.Success;
    }

    private async Task<int> WriteFileAsync(Invocation invocation, ExportTarget target, ExportShape shape)
    {
        var parsed = invocation.Parsed;
        using var held = ExportLock.Take(target);
        if (parsed.GetValue(_resume) && target.IsFinished)
        {
            Invocation.Note([CheckComplete(invocation, target, shape)]);
            return ExitCode.Success;
        }

        var beginning = new ExportStart(target, parsed.GetValue(_resume), parsed.GetValue(_overwrite));
        var earlier = beginning.FindEarlier();
        var started = earlier?.Started ?? invocation.Clock.GetUtcNow();
        var query = ReadQuery(invocation, started);
        var state = beginning.Start(earlier, shape, ExportRequest.Create(query, invocation.Source), started);
        if (state.ResumeFrom is { } checkpoint)
            query = query.WithPeriod(checkpoint.Period);

        var job = new ExportJob(invocation.Announce().Client, target, shape, invocation.Progress, invocation.Unreadable);
        await RunAsync(invocation, query, job, target, state);
        return ExitCode.Success;
    }

    private string CheckComplete(Invocation invocation, ExportTarget target, ExportShape shape)
    {
        if (ExportRecord.Find(target) is not { } earlier)
            return $"{target.Final} is complete: nothing to resume. It is unknown whether it has the same options.";

        var request = ExportRequest.Create(ReadQuery(invocation, earlier.Started), invocation.Source);
        ExportStart.Refuse(earlier, shape, request);
        return $"{target.Final} is complete: nothing to resume.";
    }

    /// <summary>The query with the time at which the export began.</summary>
    private SessionQuery ReadQuery(Invocation invocation, DateTimeOffset started)
    {
        invocation.BuiltIn = invocation.BuiltIn with { Clock = new PinnedClock(started) };
        return ReadQuery(invocation);
    }

    private SessionQuery ReadQuery(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        return _filter.Apply(parsed, _shape.Start(parsed, _filter.ReadPeriod(parsed, invocation.Clock)));
    }

    private async Task RunAsync(Invocation invocation, SessionQuery query, ExportJob job, ExportTarget target, ExportState state)
    {
        try
        {
            await job.RunAsync(query, _paging.Read(invocation.Parsed, invocation.Source.Paging), state, invocation.Cancellation);
            ExportRecord.Keep(target, state);
            Invocation.Note([$"Wrote {Plural.Format(job.Sessions, "session")} to {target.Final}."]);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SessionListException or IOException && target.HasCheckpoint)
        {
            Invocation.Note(
                [
                    $"{Plural.Format(job.Sessions, "session")} are saved in {target.Part}. "
                        + "Run the same command with --resume to continue.",
                ]);
            throw;
        }
    }
}
