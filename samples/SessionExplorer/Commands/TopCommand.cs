using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.Commands;

/// <summary><c>top</c>: the worst sessions by a metric, in one request.</summary>
internal sealed class TopCommand : ExplorerCommand
{
    private const int DefaultTake = 10;

    private static readonly Column[] Context =
    [
        KnownColumns.StartTime,
        KnownColumns.AssetName,
        KnownColumns.Country,
        KnownColumns.OperatingSystem,
        KnownColumns.Cdn,
        KnownColumns.WatchTime,
        KnownColumns.SessionId,
    ];

    private readonly Argument<Column?> _metric = ColumnArgument.Metric(
        "The metric: startup, rebuffering, buffering, score, playtime, errors, ... or its name in the API. [default: startup]");
    private readonly FilterOptions _filter = new();
    private readonly OutputOptions _output = new();
    private readonly Option<bool> _best = new("--best") { Description = "The best ones instead of the worst." };
    private readonly Option<int?> _take = NumberOption.Create("--take", $"How many. [default: {DefaultTake}]", 1);

    public TopCommand()
        : base(
            "top",
            "Shows the sessions that are worst by a metric.",
            "top startup --where platform=Android",
            "top score --having \"watchtime>10m\" --take 5 --output json")
    {
        Add(_metric);
        Add(_take);
        Add(_best);
        _filter.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var metric = parsed.GetValue(_metric) ?? KnownColumns.StartupTime;
        Column[] columns = [metric, .. Context.Where(column => column != metric)];

        var query = SessionQuery
            .For(metric.Field, _filter.ReadPeriod(parsed, invocation.Clock))
            .Select(columns.Skip(1).Select(column => column.Field));
        query = _filter.Apply(parsed, query);
        query =
            metric.IsWorstWhenLow != parsed.GetValue(_best) ? query.OrderBy(metric.Field) : query.OrderByDescending(metric.Field);
        query = query.Take(parsed.GetValue(_take) ?? DefaultTake);

        var result = Sessions.ToResult(invocation.ReadAsync(query), columns);
        await _output.Writer(invocation).WriteAsync(result, invocation.Cancellation);
        return ExitCode.Success;
    }
}
