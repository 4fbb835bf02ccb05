using System.CommandLine;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;

namespace SessionExplorer.Commands;

/// <summary><c>histogram</c>: the distribution of a metric's values.</summary>
internal sealed class HistogramCommand : ExplorerCommand
{
    private const int DefaultBars = 12;

    private readonly Argument<Column?> _metric = ColumnArgument.Metric(
        "The metric: startup, rebuffering, score, ... or its name in the API.",
        isRequired: true);
    private readonly Option<int?> _bars = NumberOption.Create("--bars", $"How many bars. [default: {DefaultBars}]", 2, 60);
    private readonly FilterOptions _filter = new();
    private readonly PageOptions _paging = new();
    private readonly OutputOptions _output = new();

    public HistogramCommand()
        : base(
            "histogram",
            "Shows the distribution of a metric's values.",
            "histogram startup",
            "histogram score --where country=Brazil --bars 20 --output csv")
    {
        Add(_metric);
        Add(_bars);
        _filter.AddTo(this);
        _paging.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var metric = parsed.GetValue(_metric)!;
        var query = _filter.Apply(
            parsed,
            SessionQuery.For(metric.Field, _filter.ReadPeriod(parsed, invocation.Clock)).Select(SessionFields.SessionId));

        var values = new List<double>();
        await foreach (var session in invocation.ReadAsync(query, _paging.Read(parsed, invocation.Source.Paging)))
        {
            if (metric.ReadNumber(session) is { } value)
                values.Add(value);
        }

        values.Sort();
        await HistogramPicture
            .Create(values, parsed.GetValue(_bars) ?? DefaultBars, metric)
            .WriteAsync(invocation.Screen, _output.Read(parsed), _output.Writer(invocation), invocation.Cancellation);
        return ExitCode.Success;
    }
}
