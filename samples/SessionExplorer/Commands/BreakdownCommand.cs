using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary><c>breakdown</c>: sessions, median and p95 of a metric for each value of a dimension.</summary>
internal sealed class BreakdownCommand : ExplorerCommand
{
    private const int DefaultRows = 20;

    private readonly Argument<Column?> _dimension = ColumnArgument.Dimension(
        "The dimension: country, device, platform, cdn, ... or its name in the API.");
    private readonly Option<Column?> _metric = new("--metric")
    {
        Description = "The metric. [default: startup]",
        HelpName = "METRIC",
        CustomParser = result => result.Parse(result.Tokens[0], ColumnNames.FindMetric),
    };
    private readonly Option<int?> _rows = NumberOption.Create(
        "--rows",
        $"The maximum number of values, those with most sessions first. [default: {DefaultRows}]",
        1);
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _paging = new();
    private readonly OutputOptions _output = new();

    public BreakdownCommand()
        : base(
            "breakdown",
            "Compares the values of a dimension: sessions, median and p95 of a metric.",
            "breakdown cdn",
            "breakdown platform --metric rebuffering --where country=Brazil --output json")
    {
        _metric.CompletionSources.Add(ColumnNames.Completions(KnownColumns.All.Where(column => column.IsMetric)));
        Add(_dimension);
        Add(_metric);
        Add(_rows);
        _filter.AddTo(this);
        _paging.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var dimension = parsed.GetValue(_dimension)!;
        var metric = parsed.GetValue(_metric) ?? KnownColumns.StartupTime;
        var query = SessionQuery
            .For(metric.Field, _filter.ReadPeriod(parsed, invocation.Clock))
            .Select(dimension.Field, SessionFields.SessionId);

        var breakdown = new Breakdown();
        await foreach (
            var session in invocation.ReadAsync(_filter.Apply(parsed, query), _paging.Read(parsed, invocation.Source.Paging)))
            breakdown.Add(dimension.Read(session), metric.ReadNumber(session));

        var picture = new BreakdownPicture(breakdown, dimension, metric, parsed.GetValue(_rows) ?? DefaultRows);
        await picture.WriteAsync(invocation.Screen, _output.Read(parsed), _output.Writer(invocation), invocation.Cancellation);
        return ExitCode.Success;
    }
}
