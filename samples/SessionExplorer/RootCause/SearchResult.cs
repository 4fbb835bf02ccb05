namespace SessionExplorer.RootCause;

/// <summary>The result of a search.</summary>
/// <param name="All">All sessions that were examined.</param>
/// <param name="Findings">The findings, in the order in which they were found.</param>
/// <param name="Looks">The number of segments that were examined in the first round.</param>
/// <param name="Detectable">The share of the bad sessions that an incident in a tenth of the sessions must explain to be found
/// in 95 of 100 cases. Null if no share is large enough.</param>
internal sealed record SearchResult(Counts All, IReadOnlyList<Finding> Findings, int Looks, double? Detectable);
