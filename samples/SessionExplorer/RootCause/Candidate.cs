namespace SessionExplorer.RootCause;

/// <summary>A segment that may explain bad sessions.</summary>
/// <param name="Segment">Which sessions.</param>
/// <param name="Inside">The sessions of the segment.</param>
/// <param name="Rest">All other sessions.</param>
/// <param name="Family">The kind of segment with which it was examined.</param>
/// <param name="P">How probable so many bad sessions are by chance; for a pair, compared with the rest of each part.</param>
internal sealed record Candidate(Segment Segment, Counts Inside, Counts Rest, SegmentFamily Family, double P)
{
    /// <summary>Bad sessions that would not be there at the rate of the rest.</summary>
    public double Excess => Inside.Bad - (Inside.Sessions * Rest.Rate);

    /// <summary>How exactly the segment separates bad sessions from good ones.</summary>
    public double LogLikelihoodRatio => Significance.LogLikelihoodRatio(Inside, Rest);
}
