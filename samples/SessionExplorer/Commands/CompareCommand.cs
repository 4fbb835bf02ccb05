using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Comparison;
using SessionExplorer.Errors;
using SessionExplorer.Reports;
using SessionExplorer.RootCause;

namespace SessionExplorer.Commands;

/// <summary><c>compare</c>: what changed between two periods, and which segments changed it.</summary>
internal sealed class CompareCommand : ExplorerCommand
{
    private readonly CauseOptions _options = new();
    private readonly AgainstOption _against = new();

    public CompareCommand()
        : base(
            "compare",
            "Compares two periods: median, p95, bad rate, and which segments changed them.",
            "compare rebuffering --last 6h --against 6h",
            "compare startup --over 3s --last 2h --against 4h --output csv")
    {
        _options.AddTo(this);
        _against.AddTo(this);
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var measure = _options.ReadMeasure(parsed);
        // The hour differs between two periods with different hours, so it is not a dimension here.
        Column?[] dimensions = [.. _options.ReadDimensions(parsed).Where(column => column is not null)];
        if (dimensions.Length == 0)
            throw new UsageException("compare needs a dimension other than hour, as the periods may have different hours.");

        var reader = new SampleReader(measure, dimensions);
        var limit = _options.ReadLimit(parsed);
        var period = _options.Filter.ReadPeriod(parsed, invocation.Clock);
        var shared = reader.CreateDimensions();

        var report = ReportRequest.Read(_options, invocation, measure, limit.IsBelow);

        var before = await ReadAsync(_against.Read(parsed, period), isAfter: false);
        var after = await ReadAsync(period, isAfter: true);
        var comparison = PeriodComparison.Create(before, after, measure, limit);
        await new ComparePicture(comparison)
            .WriteAsync(invocation.Screen, _options.ReadOutput(parsed), _options.Writer(invocation), invocation.Cancellation);
        if (report is not null)
            await report.WriteAsync(
                CompareReport.Create(comparison, report.Worst, invocation.Source, report.Options),
                invocation.Cancellation);

        return ExitCode.Success;

        async Task<(SessionQuery Query, Sample Sample)> ReadAsync(SessionPeriod read, bool isAfter)
        {
            var query = _options.Filter.Apply(parsed, reader.Query(read));
            query = report?.Complete(query) ?? query;
            var sample = new Sample(shared);
            var sessions = invocation.ReadAsync(query, _options.ReadPaging(invocation));
            await reader.ReadAsync(isAfter && report is not null ? report.Worst.KeepAsync(sessions) : sessions, sample);
            return (query, sample);
        }
    }
}
