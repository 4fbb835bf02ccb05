using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>The standard fields of a session. Queries request them by default.</summary>
/// <remarks>Source: the table of standard session fields on the Video Session List API page (docs/vendor-notes.md).</remarks>
public static class SessionFields
{
    /// <summary>Start time (<c>starttime</c>), in epoch seconds on the wire: when the session started, UTC.</summary>
    public static Field<DateTimeOffset> StartTime { get; } = Time("starttime");

    /// <summary>End time (<c>endtime</c>), in epoch seconds on the wire: when the session ended, UTC.</summary>
    public static Field<DateTimeOffset> EndTime { get; } = Time("endtime");

    /// <summary>Asset name (<c>assetname</c>): the same object as <see cref="SessionDimensions.AssetName"/>.</summary>
    public static Dimension<string> AssetName => SessionDimensions.AssetName;

    /// <summary>Watch time (<c>watchtime</c>), in SECONDS on the wire: how long the session was watched.</summary>
    public static Metric<TimeSpan> WatchTime { get; } = SessionMetrics.Seconds("watchtime");

    /// <summary>Session id (<c>sessionid</c>): MediaMelon's unique id. Its format is not documented.</summary>
    public static Dimension<string> SessionId { get; } = SessionDimensions.Text("sessionid");

    /// <summary>Source format (<c>sourcetype</c>): the same object as <see cref="SessionDimensions.SourceFormat"/>.</summary>
    public static Dimension<string> SourceFormat => SessionDimensions.SourceFormat;

    /// <summary>starttime, endtime, assetname, watchtime, sessionid and sourcetype, in this order.</summary>
    public static IReadOnlyList<Field> Standard { get; } = [StartTime, EndTime, AssetName, WatchTime, SessionId, SourceFormat];

    /// <summary>Creates any other field that contains a time in epoch seconds.</summary>
    /// <param name="name">The name of the field in the API.</param>
    /// <exception cref="ArgumentException">The name is invalid: see <see cref="Field"/>.</exception>
    public static Field<DateTimeOffset> Time(string name) => Field<DateTimeOffset>.Create(name, ValueFormats.EpochSeconds);
}
