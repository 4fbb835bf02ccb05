using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>Finds the segments that explain the change between two periods, one after the other.</summary>
internal sealed class ChangeSearch(SearchSettings settings)
{
    // Correlated values have almost the same effect. The most significant of them describes it.
    private const double NearlyAsMuch = 0.6;

    /// <summary>Excludes the sessions of each finding from the periods, so that correlated values disappear.</summary>
    public IReadOnlyList<ChangeFinding> Run(TwoPeriods periods)
    {
        var findings = new List<ChangeFinding>();
        double? least = null;
        while (findings.Count < settings.MaxFindings)
        {
            var changes = Enumerable.Range(0, periods.Dimensions.Length).SelectMany(periods.Changes).ToList();
            if (changes is not [{ AllBefore: { Sessions: > 0 } before, AllAfter: { Sessions: > 0 } after }, ..])
                break;

            least ??= settings.MinExplained * Math.Max(before.Rate, after.Rate);
            if (Find(changes, periods, least.Value) is not { } finding)
                break;

            findings.Add(finding);
            periods.LeaveOut(finding.Change.Dimension, finding.Change.Value);
        }

        return [.. findings.OrderByDescending(finding => Math.Abs(finding.Effect))];
    }

    private ChangeFinding? Find(List<ValueChange> changes, TwoPeriods periods, double least)
    {
        // Values beyond the limit of a dimension are not a segment. A value that all sessions have explains nothing.
        var segments = changes.Where(change => change.Value < periods.Dimensions[change.Dimension].Count).ToList();
        var all = segments
            .SelectMany(change => new ChangeFinding[]
            {
                new(change, ChangeKind.Rate, change.RateEffect, ChangeTests.RateChange(change)),
                new(change, ChangeKind.Mix, change.MixEffect, ChangeTests.Mix(change)),
            })
            .ToList();
        var threshold = Significance.BenjaminiHochberg(all.Select(one => one.P), all.Count, settings.FalseDiscoveryRate);
        var significant = all.Where(one => one.P <= threshold && Math.Abs(one.Effect) >= least).ToList();
        if (significant.MaxBy(one => Math.Abs(one.Effect)) is not { } greatest)
            return null;

        return significant
            .Where(one => one.Kind == greatest.Kind && one.Effect / greatest.Effect >= NearlyAsMuch)
            .OrderBy(one => one.P)
            .ThenByDescending(one => Math.Abs(one.Effect))
            .First();
    }
}
