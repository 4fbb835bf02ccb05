using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Reports;
using SessionExplorer.RootCause;

namespace SessionExplorer.Commands;

/// <summary><c>why</c>: finds what the bad sessions have in common.</summary>
internal sealed class WhyCommand : ExplorerCommand
{
    private readonly CauseOptions _options = new();

    public WhyCommand()
        : base(
            "why",
            "Finds what the bad sessions have in common: values and pairs of values that explain them.",
            "why rebuffering",
            "why startup --over 5s --last 6h --where country=Brazil --report why.html") => _options.AddTo(this);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var measure = _options.ReadMeasure(parsed);
        var reader = new SampleReader(measure, _options.ReadDimensions(parsed));
        var limit = _options.ReadLimit(parsed);
        var query = _options.Filter.Apply(parsed, reader.Query(_options.Filter.ReadPeriod(parsed, invocation.Clock)));
        var report = ReportRequest.Read(_options, invocation, measure, limit.IsBelow);
        query = report?.Complete(query) ?? query;

        var sessions = invocation.ReadAsync(query, _options.ReadPaging(invocation));
        var examination = await Examination.RunAsync(
            reader, query, measure, limit, report?.Worst.KeepAsync(sessions) ?? sessions);
        await new WhyPicture(examination)
            .WriteAsync(invocation.Screen, _options.ReadOutput(parsed), _options.Writer(invocation), invocation.Cancellation);
        if (report is not null)
            await report.WriteAsync(
                WhyReport.Create(examination, report.Worst, invocation.Source, report.Options),
                invocation.Cancellation);

        return ExitCode.Success;
    }
}
