using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.RootCause;

/// <summary>What makes a session good or bad: a metric, or a failed start.</summary>
/// <param name="Column">The metric. For failed starts, the startup time, which such sessions lack.</param>
/// <param name="IsFailedStart">Whether a session is bad if it never started.</param>
internal sealed record Measure(Column Column, bool IsFailedStart = false)
{
    public const string FailedStartsName = "failed-starts";

    public string Label => IsFailedStart ? "Failed starts" : Column.Label;

    /// <summary>The columns that are read.</summary>
    public IEnumerable<Field> Fields =>
        IsFailedStart ? [Column.Field, SessionFields.WatchTime, SessionDimensions.ViewStatus] : [Column.Field];

    public static Measure Find(string text) =>
        text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()
            is "failedstarts" or "failedstart" or "startfailures" or "startfailure"
            ? new(KnownColumns.StartupTime, IsFailedStart: true)
            : new(ColumnNames.FindMetric(text));

    /// <summary>The value of a session. Null if the session has no value.</summary>
    public double? Read(VideoSession session)
    {
        if (!IsFailedStart)
            return Column.ReadNumber(session);

        // A session that is still loading has not failed.
        var isUnderWay = session.ViewStatus == ViewStatus.Running || session.ViewStatus == ViewStatus.Loaded;
        return session.StartupTime is not null ? 0
            : isUnderWay || session.WatchTime > TimeSpan.Zero ? null
            : 1;
    }
}
