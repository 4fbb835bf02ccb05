using MediaMelon.SessionList;
using SessionExplorer.CommandLine;
using SessionExplorer.Reports;
using SessionExplorer.RootCause;

namespace SessionExplorer.Commands;

/// <summary>A report that the user requested with <c>--report</c>.</summary>
internal sealed class ReportRequest
{
    private readonly FileInfo _file;

    private ReportRequest(FileInfo file, WorstSessions worst, ReportOptions options)
    {
        _file = file;
        Worst = worst;
        Options = options;
    }

    public WorstSessions Worst { get; }

    public ReportOptions Options { get; }

    /// <returns>Null if no report was requested.</returns>
    public static ReportRequest? Read(CauseOptions options, Invocation invocation, Measure measure, bool isBelow)
    {
        var parsed = invocation.Parsed;
        if (options.ReadReport(parsed) is not { } file)
            return null;

        ReportFile.Check(file);
        var withSubscribers = options.ReadWithSubscribers(parsed);
        var dimensions = options.ReadDimensions(parsed);
        return withSubscribers || !dimensions.Any(column => ReportQueries.IsSubscriber(column?.Field))
            ? new(
                file,
                new(measure, isBelow, withSubscribers),
                new(
                    withSubscribers,
                    [.. dimensions.Select(column => column is null ? Sample.HourName : ColumnText.Format(column.Field))],
                    invocation.Clock.GetUtcNow()))
            : throw new UsageException(
                "A report by subscriber shows subscriber ids: add --with-subscribers, or remove the dimension.");
    }

    /// <summary>The query with the columns that the report shows.</summary>
    public SessionQuery Complete(SessionQuery query) => query.Include(Worst.Fields);

    public Task WriteAsync(ReportContent content, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(_file, content, cancellationToken);
}
