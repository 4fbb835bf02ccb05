namespace SessionExplorer.RootCause;

/// <summary>What a search found.</summary>
/// <param name="All">All sessions that were examined.</param>
/// <param name="Findings">The findings, in the order in which they were separated from the rest.</param>
/// <param name="Looks">The number of segments that were looked at in the first round.</param>
/// <param name="Detectable">The share of the bad sessions that an incident in a tenth of the sessions must explain to be found
/// in 95 of 100 cases; null if there are too few sessions for any.</param>
internal sealed record SearchResult(Counts All, IReadOnlyList<Finding> Findings, int Looks, double? Detectable);
