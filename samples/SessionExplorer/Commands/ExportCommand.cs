using System.CommandLine;
using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Export;
using SessionExplorer.Sources;

namespace SessionExplorer.Commands;

/// <summary><c>export</c>: all sessions of a query into a file; interrupted, it can be resumed.</summary>
internal sealed class ExportCommand : ExplorerCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Where to write: .csv, .ndjson or .parquet tells the format.",
    };
    private readonly Option<ExportFormat?> _format = EnumOption.Create<ExportFormat>(
        "--format",
        "csv, ndjson or parquet, where the file's name does not tell.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an export that was interrupted." };
    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Replace the file, or an unfinished export of it.",
    };
    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new(KnownColumns.All);
    private readonly WalkOptions _walk = new();

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
        _filter.AddTo(this);
        _shape.AddTo(this);
        _walk.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_resume) is not null && result.GetResult(_overwrite) is not null)
                result.AddError("--resume excludes --overwrite.");
        });
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var target = new ExportTarget(Path.GetFullPath(parsed.GetRequiredValue(_file)));
        if (parsed.GetValue(_resume) && target.IsFinished)
        {
            await Console.Error.WriteLineAsync($"{target.Final} is complete: there is nothing to resume.");
            return ExitCode.Success;
        }

        var columns = _shape.ReadColumns(parsed);
        var beginning = new ExportBeginning(target, parsed.GetValue(_resume), parsed.GetValue(_overwrite));
        var state = beginning.Find(parsed.GetValue(_format), columns, invocation.Clock.GetUtcNow());
        invocation.BuiltIn = invocation.BuiltIn with { Clock = new PinnedClock(state.Started) };

        var query = _filter.Apply(parsed, _shape.Start(parsed, _filter.ReadPeriod(parsed, invocation.Clock)));
        if (state.ResumeFrom is { } checkpoint)
            query = query.WithPeriod(checkpoint.Period);

        var job = new ExportJob(invocation.Announce().Client, target, columns, invocation.Progress);
        await RunAsync(invocation, query, job, target, state);
        return ExitCode.Success;
    }

    private async Task RunAsync(Invocation invocation, SessionQuery query, ExportJob job, ExportTarget target, ExportState state)
    {
        try
        {
            await job.RunAsync(query, _walk.Read(invocation.Parsed, invocation.Source.Paging), state, invocation.Cancellation);
            await Console.Error.WriteLineAsync(Tell($"Wrote {job.Sessions:N0} sessions to {target.Final}."));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SessionListException)
        {
            await Console.Error.WriteLineAsync(
                Tell($"{job.Sessions:N0} sessions are safe in {target.Part}; the same command with --resume goes on."));
            throw;
        }
    }

    private static string Tell(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
