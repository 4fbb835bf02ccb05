using SessionExplorer.RootCause;

namespace SessionExplorer.Watching;

/// <summary>The result of one poll.</summary>
/// <param name="Number">The number of the poll, from 1.</param>
/// <param name="Time">The time of the poll.</param>
/// <param name="New">The sessions that no earlier poll has returned, in order of time.</param>
/// <param name="Window">The sessions of the window.</param>
/// <param name="Rule">Which sessions are bad. Null until a session has a value of the metric.</param>
/// <param name="Problem">The error of a failed poll, or null.</param>
internal sealed record Look(
    int Number,
    DateTimeOffset Time,
    IReadOnlyList<WatchedSession> New,
    WindowNumbers Window,
    BadRule? Rule,
    string? Problem = null);
