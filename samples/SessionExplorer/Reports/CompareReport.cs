using SessionExplorer.Comparison;
using SessionExplorer.Output;
using SessionExplorer.RootCause;
using SessionExplorer.Sources;

namespace SessionExplorer.Reports;

/// <summary>The report of <c>compare</c>.</summary>
internal static class CompareReport
{
    private const int MaxPoints = 48;

    private static readonly string[] Legend = ["before", "after"];

    public static ReportContent Create(
        PeriodComparison comparison, WorstSessions worst, SessionSource source, ReportOptions options)
    {
        var before = ReportQueries.Shown(comparison.QueryBefore, options.WithSubscribers);
        var after = ReportQueries.Shown(comparison.QueryAfter, options.WithSubscribers);
        var against = $"{ListCommandText.Moment(before.Period.Start)}..{ListCommandText.Moment(before.Period.End)}";
        return new()
        {
            Title = $"Comparison: {comparison.Rule.Text}",
            Summary =
            [
                $"Before: {ReportPeriod.Format(before.Period)}",
                $"After: {ReportPeriod.Format(after.Period)}",
                .. Summary(comparison),
            ],
            Findings =
            [
                .. comparison.Findings.Select(finding =>
                    new ReportFinding(ChangeText.Format(finding, comparison), null, [])),
            ],
            Charts = comparison.IsEmpty ? [] : Draw(comparison),
            WorstColumns = worst.Labels,
            WorstRows = worst.Rows,
            Queries = [ReportQueries.Create("Before", before, source), ReportQueries.Create("After", after, source)],
            Command = ReportCommand.Format("compare", comparison.Rule, after, options.Dimensions, "--against", against),
            Origin = options.Origin(source),
        };
    }

    private static IEnumerable<string> Summary(PeriodComparison comparison)
    {
        if (comparison.IsEmpty)
        {
            yield return ChangeText.Empty(comparison);
            yield break;
        }

        yield return ChangeText.Summary(comparison);
        if (comparison.Findings.Count == 0)
            yield return ChangeText.Nothing(comparison);
    }

    private static ReportChart[] Draw(PeriodComparison comparison) =>
    [
        new(
            $"Distribution of {comparison.Rule.Measure.Label.ToLowerInvariant()} values",
            Legend,
            Charts.Distribution(
                [comparison.Before.Sorted, comparison.After.Sorted],
                comparison.Rule.Measure.Column.Unit,
                comparison.Rule.Limit)),
        new("Bad sessions over time, from the start of each period", Legend, OverTime(comparison)),
    ];

    private static string OverTime(PeriodComparison comparison)
    {
        var isBad = comparison.Rule.IsBad;
        var before = TimeSeries.Create(comparison.SampleBefore, isBad, comparison.QueryBefore.Period, MaxPoints);
        var after = TimeSeries.Create(comparison.SampleAfter, isBad, comparison.QueryAfter.Period, MaxPoints);
        return Charts.Rates(
            [before.Rates, after.Rates],
            point => HumanText.WithUnit(HumanText.Number((point * after.Step).TotalHours), "h"));
    }
}
