namespace SessionExplorer.RootCause;

/// <summary>Adds conditions to segments while the result describes the bad sessions better (a beam search).</summary>
/// <remarks>An incident of three or four conditions is rarely the worst value or pair. A step may be slightly worse, so
/// that the next one can be better.</remarks>
internal sealed class Narrowing(Frame frame, double minExcess)
{
    private const int MaxConditions = 4;
    private const int Width = 16;

    // A step must have a higher bad rate than the rest of its segment.
    private const double StepLevel = 0.01;

    // The least gain of a narrower segment that is not chance: the logarithm of about 100,000 examined segments, plus that
    // of 1,000 for the level of 0.001.
    private const double FirstGain = 9;
    private const double GainPerCondition = 4;

    /// <returns>The best segment. Null without candidates.</returns>
    public Candidate? Run(IReadOnlyList<Candidate> candidates)
    {
        var pool = candidates.Select(candidate => (Candidate: candidate, Score: candidate.LogLikelihoodRatio)).ToList();
        var level = candidates.Select(candidate => new Step(candidate, frame.Where(candidate.Segment, isInside: true))).ToList();
        for (var added = 1; level.Count > 0; added++)
        {
            level = [.. level
                .Where(step => step.Candidate.Segment.Conditions.Count < MaxConditions)
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
        var least = (int)Math.Ceiling(minExcess);
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
            where candidate.Excess >= minExcess
            select (candidate, inside, value.Condition);
    }

    private sealed record Step(Candidate Candidate, Frame Inside);
}
