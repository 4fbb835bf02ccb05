using MediaMelon.SessionList;
using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>The result of <c>compare</c> for two periods.</summary>
internal sealed record PeriodComparison(
    SessionQuery QueryBefore,
    SessionQuery QueryAfter,
    BadRule Rule,
    PeriodSummary Before,
    PeriodSummary After,
    Sample SampleBefore,
    Sample SampleAfter,
    IReadOnlyList<IReadOnlyList<ValueChange>> Changes,
    IReadOnlyList<ChangeFinding> Findings)
{
    /// <summary>The change of the bad rate, as a difference of shares.</summary>
    public double Change => After.Counts.Rate - Before.Counts.Rate;

    /// <summary>The probability of such a change by chance.</summary>
    public double P => ChangeTests.Rates(Before.Counts, After.Counts);

    public bool IsEmpty => Before.Counts.Sessions == 0 || After.Counts.Sessions == 0;

    public DimensionValues[] Dimensions => SampleBefore.Dimensions;

    public static PeriodComparison Create(
        (SessionQuery Query, Sample Sample) before,
        (SessionQuery Query, Sample Sample) after,
        Measure measure,
        (double? Limit, bool IsBelow) limit)
    {
        // The limit of the earlier period applies to the later one too.
        var reference = before.Sample.Count > 0 ? before.Sample : after.Sample;
        var rule = BadRule.Create(measure, limit.Limit, limit.IsBelow, reference.Measures);
        if (rule.Origin.EndsWith("these sessions", StringComparison.Ordinal))
            rule = rule with { Origin = rule.Origin.Replace("these sessions", "the earlier period", StringComparison.Ordinal) };

        var periods = new TwoPeriods(before.Sample, after.Sample, rule.IsBad);
        IReadOnlyList<ValueChange>[] changes = [.. Enumerable.Range(0, periods.Dimensions.Length).Select(periods.Changes)];
        var hasBoth = before.Sample.Count > 0 && after.Sample.Count > 0;
        return new(
            before.Query,
            after.Query,
            rule,
            PeriodSummary.Create(before.Sample, rule),
            PeriodSummary.Create(after.Sample, rule),
            before.Sample,
            after.Sample,
            changes,
            hasBoth ? new ChangeSearch(new()).Run(periods) : []);
    }

    public string Segment(ValueChange change)
    {
        var dimension = Dimensions[change.Dimension];
        var text = change.Value < dimension.Count ? dimension[change.Value] ?? SegmentText.Missing : "(more values)";
        return $"{dimension.Name}={SegmentText.OneLine(text)}";
    }
}
