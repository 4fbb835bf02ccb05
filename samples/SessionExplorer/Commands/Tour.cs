using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.RootCause;
using SessionExplorer.Statistics;

namespace SessionExplorer.Commands;

/// <summary>The output without a command, in 80x24: the worst sessions, the distribution of the values, and the cause.</summary>
internal sealed class Tour(Invocation invocation)
{
    private const int WorstSessions = 3;
    private const int Bars = 4;

    private static readonly Column Metric = KnownColumns.Rebuffering;

    private static readonly Column[] Shown =
    [
        Metric,
        KnownColumns.StartTime,
        KnownColumns.AssetName,
        KnownColumns.Country,
        KnownColumns.OperatingSystem,
        KnownColumns.Cdn,
    ];

    private Screen Screen => invocation.Screen;

    public async Task<int> RunAsync()
    {
        var period = SessionPeriod.Last(TimeSpan.FromHours(24), invocation.Clock);
        var source = invocation.Announce();
        var query = SessionQuery
            .For(Metric.Field, period)
            .Select(Shown.Skip(1).Select(column => column.Field))
            .OrderByDescending(Metric.Field)
            .Take(WorstSessions);

        Screen.Heading("The worst sessions of the last day, by rebuffering");
        var worst = source.Client.ListSessionsAsync(query, cancellationToken: invocation.Cancellation);
        await WriteWorstAsync(Sessions.ToResult(worst, Shown));

        var examination = await ExamineAsync(period);
        double[] values = [.. examination.Sample.Measures.Order()];
        Screen.Heading(Spread(values));
        await HistogramPicture.Create(values, Bars, Metric).WriteBarsAsync(Screen, invocation.Cancellation);

        WriteFinding(examination);
        return ExitCode.Success;
    }

    private async Task WriteWorstAsync(Result result)
    {
        if (!Screen.IsTerminal)
        {
            await Screen.Writer(OutputFormat.Table).WriteAsync(result, invocation.Cancellation);
            return;
        }

        var table = new FittedTable(result.Columns);
        await foreach (var row in result.Rows.WithCancellation(invocation.Cancellation))
            table.Add([.. row.Zip(result.Columns, HumanText.Format)]);

        // The screen must fit 80x24, so the names of hidden columns are not shown.
        if (!table.IsEmpty)
            Screen.Draw(table, namesHidden: false);
    }

    private async Task<Examination> ExamineAsync(SessionPeriod period)
    {
        var measure = new Measure(Metric);
        var reader = new SampleReader(measure, DimensionList.Default);
        var query = reader.Query(period);
        return await Examination.RunAsync(reader, query, measure, (null, Metric.IsWorstWhenLow), invocation.ReadAsync(query));
    }

    // The finding that was separated first describes its sessions best, even if it explains a small share.
    private void WriteFinding(Examination examination)
    {
        var finding = examination.Result.Findings.FirstOrDefault(found => found.Without.Count == 0);
        Screen.Heading("Why? The clearest finding");
        Screen.Text(finding is null ? FindingText.Nothing(examination.Result) : examination.Sentence(finding));
        Screen.Text($"All findings: {ExplorerRoot.ProgramName} why rebuffering");
    }

    private static string Spread(double[] values) =>
        values.Length == 0
            ? "Distribution of rebuffering"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Distribution of rebuffering: median {Amount(values, 0.5)}, "
                    + $"p95 {Amount(values, 0.95)}, p99 {Amount(values, 0.99)}");

    private static string Amount(double[] values, double share) => HumanText.Number(Quantiles.Compute(values, share)) + "%";
}
