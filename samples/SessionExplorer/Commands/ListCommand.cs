using System.CommandLine;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

namespace SessionExplorer.Commands;

/// <summary><c>list</c>: lists the sessions of any query.</summary>
internal sealed class ListCommand : ExplorerCommand
{
    private static readonly Column[] Default =
    [
        KnownColumns.StartTime,
        KnownColumns.AssetName,
        KnownColumns.Country,
        KnownColumns.OperatingSystem,
        KnownColumns.StartupTime,
        KnownColumns.Rebuffering,
        KnownColumns.PlaybackScore,
        KnownColumns.WatchTime,
        KnownColumns.ViewStatus,
        KnownColumns.SessionId,
    ];

    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new(Default, defaultTake: 50);
    private readonly PageOptions _paging = new();
    private readonly OutputOptions _output = new();

    public ListCommand()
        : base(
            "list",
            "Lists sessions with filters, columns and a sort order.",
            "list --where \"country=US|Canada\" --having \"latency>3\" --order-by startup --desc --take 5",
            "list --last 6h --columns start_time,asset_name,error_code --where status=dropped --take 100 --output csv")
    {
        _filter.AddTo(this);
        _shape.AddTo(this);
        _paging.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var query = _filter.Apply(parsed, _shape.Start(parsed, _filter.ReadPeriod(parsed, invocation.Clock)));
        var paging = _paging.Read(parsed, invocation.Source.Paging);

        var result = Sessions.ToResult(invocation.ReadAsync(query, paging), _shape.ReadColumns(parsed));
        await _output.Writer(invocation).WriteAsync(result, invocation.Cancellation);
        return ExitCode.Success;
    }
}
