namespace SessionExplorer.RootCause;

/// <summary>Adds conditions to segments, as long as the result describes the bad sessions more exactly (a beam search).</summary>
/// <remarks>An incident of three or four conditions is seldom the worst of the values and pairs. A step may lose a little, so
/// that the next one can gain.</remarks>
internal sealed class Narrowing(Frame frame, double leastExcess)
{
    private const int MostConditions = 4;
    private const int Width = 16;

    // A step must be worse than the rest of its segment.
    private const double StepLevel = 0.01;

    // The gain of a narrower segment that is not chance: the logarithm of some 100,000 segments looked at, and of 1,000 for
    // the level of 0.001, in parts.
    private const double FirstGain = 9;
    private const double GainPerCondition = 4;

    /// <returns>The most exact segment; null for no candidates.</returns>
    public Candidate? Run(IReadOnlyList<Candidate> candidates)
    {
        var pool = candidates.Select(candidate => (Candidate: candidate, Score: candidate.LogLikelihoodRatio)).ToList();
        var level = candidates.Select(candidate => new Step(candidate, frame.Where(candidate.Segment, isInside: true))).ToList();
        for (var added = 1; level.Count > 0; added++)
        {
            level = [.. level
                .Where(step => step.Candidate.Segment.Conditions.Count < MostConditions)
                .SelectMany(Narrower)
                .DistinctBy(next => next.Candidate.Segment.Key)
                .OrderByDescending(next => next.Candidate.LogLikelihoodRatio)
                .Take(Width)
                .Select(next => new Step(next.Candidate, next.Parent.Where(Segment.Create(next.Added), isInside: true)))];
            var penalty = FirstGain + (GainPerCondition * added);
            pool.AddRange(level.Select(step => (step.Candidate, step.Candidate.LogLikelihoodRatio - penalty)));
        }

        return pool.Count == 0 ? null : pool.MaxBy(scored => scored.Score).Candidate;
    }

    private IEnumerable<(Candidate Candidate, Frame Parent, Condition Added)> Narrower(Step step)
    {
        var (found, inside) = step;
        var counts = SegmentCounts.WithoutPairs(inside);
        var least = (int)Math.Ceiling(leastExcess);
        var values = counts.Values(least).Where(value => !found.Segment.Has(value.Condition.Dimension)).ToList();
        var windows = found.Segment.HasWindow ? [] : counts.Windows(least).ToList();
        return Worse(values).Concat(Worse(windows));

        IEnumerable<(Candidate, Frame, Condition)> Worse(List<(Condition Condition, Counts Counts)> all) =>
            from value in all
            where value.Counts.Rate > found.Inside.Rate
            where Significance.Fisher(value.Counts, found.Inside - value.Counts) <= StepLevel / all.Count
            let candidate = found with
            {
                Segment = found.Segment.And(value.Condition),
                Inside = value.Counts,
                Rest = frame.All - value.Counts,
            }
            where candidate.Excess >= leastExcess
            select (candidate, inside, value.Condition);
    }

    private sealed record Step(Candidate Candidate, Frame Inside);
}
