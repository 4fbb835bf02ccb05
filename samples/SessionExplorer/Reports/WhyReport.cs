using System.Globalization;
using SessionExplorer.RootCause;
using SessionExplorer.Sources;

namespace SessionExplorer.Reports;

/// <summary>The report of <c>why</c>.</summary>
internal static class WhyReport
{
    private const int MaxPoints = 72;

    public static ReportContent Create(Examination examination, WorstSessions worst, SessionSource source, ReportOptions options)
    {
        var query = ReportQueries.Shown(examination.Query, options.WithSubscribers);
        var result = examination.Result;
        string[] nothing = result.Findings.Count == 0 ? [FindingText.Nothing(result)] : [];
        return new()
        {
            Title = $"Why: {examination.Rule.Text}",
            Summary = [ReportPeriod.Format(query.Period), WhySummary.Format(examination), .. nothing],
            Findings =
            [
                .. result.Findings.Select(finding => new ReportFinding(
                    examination.Sentence(finding),
                    examination.Command(finding, query),
                    [.. examination.Ids(finding).Select(SegmentText.OneLine)])),
            ],
            Charts = result.All.Sessions == 0 ? [] : Draw(examination),
            WorstColumns = worst.Labels,
            WorstRows = worst.Rows,
            Queries = [ReportQueries.Create("The sessions", query, source)],
            Command = ReportCommand.Format("why", examination.Rule, query, options.Dimensions),
            Origin = options.Origin(source),
        };
    }

    private static ReportChart[] Draw(Examination examination)
    {
        double[] sorted = [.. examination.Sample.Measures.Order()];
        var unit = examination.Rule.Measure.Column.Unit;
        return
        [
            new(
                $"Distribution of {examination.Rule.Measure.Label.ToLowerInvariant()} values",
                ["all sessions"],
                Charts.Distribution([sorted], unit, examination.Rule.Limit)),
            new("Bad sessions over time (UTC)", ["share of the sessions that started then"], OverTime(examination)),
        ];
    }

    private static string OverTime(Examination examination)
    {
        var rates = TimeSeries.Create(examination.Sample, examination.Rule.IsBad, examination.Query.Period, MaxPoints);
        var start = examination.Query.Period.Start.UtcDateTime;
        var format = examination.Query.Period.Duration > TimeSpan.FromDays(1) ? "MM-dd HH:mm" : "HH:mm";
        return Charts.Rates(
            [rates.Rates],
            point => (start + (point * rates.Step)).ToString(format, CultureInfo.InvariantCulture));
    }
}
