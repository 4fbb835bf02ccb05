using MediaMelon.SessionList;

namespace SessionExplorer.Watching;

/// <summary>A session of the window.</summary>
/// <param name="Session">The session.</param>
/// <param name="Time">The time that assigns it to the window.</param>
/// <param name="Measure">The value of the metric. Null without a value.</param>
internal readonly record struct WatchedSession(VideoSession Session, DateTimeOffset Time, double? Measure);
