namespace SessionExplorer.RootCause;

/// <summary>A segment that explains bad sessions.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Inside">Its sessions, without those of earlier findings.</param>
/// <param name="Rest">All other sessions, without those of earlier findings.</param>
/// <param name="Explained">The bad sessions that exceed the rate of the rest, as a share of all bad sessions.</param>
/// <param name="P">The probability of so many bad sessions by chance (Fisher's exact test).</param>
/// <param name="Looks">The number of segments that were examined.</param>
internal sealed record Finding(Segment Segment, Counts Inside, Counts Rest, double Explained, double P, int Looks)
{
    /// <summary>The ranks, from 1, of the earlier findings whose sessions are not counted.</summary>
    public IReadOnlyList<int> Without { get; init; } = [];

    /// <summary>Rows of bad sessions in the sample: at most five, the worst first.</summary>
    public IReadOnlyList<int> Examples { get; init; } = [];
}
