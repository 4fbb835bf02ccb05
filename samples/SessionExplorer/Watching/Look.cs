using SessionExplorer.RootCause;

namespace SessionExplorer.Watching;

/// <summary>What one look found.</summary>
/// <param name="Number">The number of the look, from 1.</param>
/// <param name="Time">When it was.</param>
/// <param name="New">The sessions that no look before has returned, in the order of their time.</param>
/// <param name="Window">The sessions of the window.</param>
/// <param name="Rule">Which sessions are bad; null until a session has a value of the metric.</param>
/// <param name="Problem">Why the look failed; null if it did not.</param>
internal sealed record Look(
    int Number,
    DateTimeOffset Time,
    IReadOnlyList<WatchedSession> New,
    WindowNumbers Window,
    BadRule? Rule,
    string? Problem = null);
