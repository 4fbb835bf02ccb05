using System.CommandLine;
using SessionExplorer.Catalogue;
using SessionExplorer.RootCause;

namespace SessionExplorer.CommandLine;

/// <summary>The options that <c>why</c> and <c>compare</c> share: metric, limit, dimensions, report.</summary>
internal sealed class CauseOptions
{
    private readonly Argument<Measure?> _measure = new("METRIC")
    {
        Description = "startup, rebuffering, errors, fatal_errors, score, ..., or failed-starts. [default: startup]",
        HelpName = "METRIC", // without it, help lists all completions
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Parse(result.Tokens[0], Measure.Find),
    };

    private readonly Option<Column?[]> _dimensions = new("--dimensions")
    {
        Description = "Comma-separated dimensions to examine: cdn,country,text:city,hour. [default: those that can be a cause]",
        HelpName = "A,B,...",
        CustomParser = result => result.Parse(result.Tokens[0], DimensionList.Parse) ?? [],
    };

    private readonly Option<FileInfo?> _report = new("--report")
    {
        Description = "Write a self-contained HTML page to this file.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _withSubscribers = new("--with-subscribers")
    {
        Description = "Show subscriber ids in the report.",
    };

    private readonly LimitOptions _limit = new();
    private readonly PageOptions _paging = new();
    private readonly OutputOptions _output = new();

    public CauseOptions()
    {
        _measure.CompletionSources.Add(
            [.. ColumnNames.Completions(KnownColumns.All.Where(column => column.IsMetric)), Measure.FailedStartsName]);
        _dimensions.CompletionSources.Add(
            [.. ColumnNames.Completions(KnownColumns.All.Where(column => column.IsDimension)), Sample.HourName]);
    }

    public FilterOptions Filter { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_measure);
        _limit.AddTo(command);
        command.Add(_dimensions);
        command.Add(_report);
        command.Add(_withSubscribers);
        Filter.AddTo(command);
        _paging.AddTo(command);
        _output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_withSubscribers) is not null && result.GetResult(_report) is null)
                result.AddError("--with-subscribers needs --report.");
        });
    }

    public Measure ReadMeasure(ParseResult parsed) => parsed.GetValue(_measure) ?? new(KnownColumns.StartupTime);

    public (double? Limit, bool IsBelow) ReadLimit(ParseResult parsed) => _limit.Read(parsed, ReadMeasure(parsed));

    /// <summary>The dimensions. Null represents the hour of the day.</summary>
    public IReadOnlyList<Column?> ReadDimensions(ParseResult parsed) =>
        parsed.GetValue(_dimensions) is { Length: > 0 } given ? given : DimensionList.Default;

    public FileInfo? ReadReport(ParseResult parsed) => parsed.GetValue(_report);

    public bool ReadWithSubscribers(ParseResult parsed) => parsed.GetValue(_withSubscribers);

    public Output.OutputFormat ReadOutput(ParseResult parsed) => _output.Read(parsed);

    public Output.IResultWriter Writer(Invocation invocation) => _output.Writer(invocation);

    public MediaMelon.SessionList.PagingOptions ReadPaging(Invocation invocation) =>
        _paging.Read(invocation.Parsed, invocation.Source.Paging);
}
