namespace SessionExplorer.RootCause;

/// <summary>A segment that may explain bad sessions.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Inside">The sessions of the segment.</param>
/// <param name="Rest">All other sessions.</param>
/// <param name="Family">The kind of segment that the test assumes.</param>
/// <param name="P">The probability of so many bad sessions by chance. For a pair, compared with the rest of each part.</param>
internal sealed record Candidate(Segment Segment, Counts Inside, Counts Rest, SegmentFamily Family, double P)
{
    /// <summary>The number of bad sessions that exceed the rate of the rest.</summary>
    public double Excess => Inside.Bad - (Inside.Sessions * Rest.Rate);

    /// <summary>How well the segment separates bad sessions from good ones.</summary>
    public double LogLikelihoodRatio => Significance.LogLikelihoodRatio(Inside, Rest);
}
