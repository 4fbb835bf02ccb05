namespace SessionExplorer.RootCause;

/// <summary>A segment that explains bad sessions.</summary>
/// <param name="Segment">Which sessions.</param>
/// <param name="Inside">Its sessions, without those of the findings that were separated before it.</param>
/// <param name="Rest">All other sessions, without those of the findings that were separated before it.</param>
/// <param name="Explained">Bad sessions that would not be there at the rate of the rest, as a share of all bad ones.</param>
/// <param name="P">The probability of so many bad sessions by chance (Fisher's exact test).</param>
/// <param name="Looks">The number of segments that were looked at.</param>
internal sealed record Finding(Segment Segment, Counts Inside, Counts Rest, double Explained, double P, int Looks)
{
    /// <summary>The ranks, from 1, of the findings whose sessions are left out of the counts.</summary>
    public IReadOnlyList<int> Without { get; init; } = [];

    /// <summary>Rows of bad sessions in the sample, at most five, the worst first.</summary>
    public IReadOnlyList<int> Examples { get; init; } = [];
}
