using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>The standard fields of a session, which every query asks for unless told otherwise.</summary>
/// <remarks>Source: the table of standard session fields on the Video Session List API page (docs/vendor-notes.md).</remarks>
public static class SessionFields
{
    /// <summary>Start time (<c>starttime</c>): when the session started, UTC; epoch seconds on the wire.</summary>
    public static Field<DateTimeOffset> StartTime { get; } = Time("starttime");

    /// <summary>End time (<c>endtime</c>): when the session ended, UTC; epoch seconds on the wire.</summary>
    public static Field<DateTimeOffset> EndTime { get; } = Time("endtime");

    /// <summary>Asset name (<c>assetname</c>): the same object as <see cref="SessionDimensions.AssetName"/>.</summary>
    public static Dimension<string> AssetName => SessionDimensions.AssetName;

    /// <summary>Watch time (<c>watchtime</c>), in SECONDS on the wire: how long the session was watched.</summary>
    public static Metric<TimeSpan> WatchTime { get; } = SessionMetrics.Seconds("watchtime");

    /// <summary>Session id (<c>sessionid</c>): MediaMelon's own, unique; its form is not documented.</summary>
    public static Dimension<string> SessionId { get; } = SessionDimensions.Text("sessionid");

    /// <summary>Source format (<c>sourcetype</c>): the same object as <see cref="SessionDimensions.SourceFormat"/>.</summary>
    public static Dimension<string> SourceFormat => SessionDimensions.SourceFormat;

    /// <summary>starttime, endtime, assetname, watchtime, sessionid, sourcetype: in this order.</summary>
    public static IReadOnlyList<Field> Standard { get; } = [StartTime, EndTime, AssetName, WatchTime, SessionId, SourceFormat];

    /// <summary>Any other column that holds a time, told in epoch seconds.</summary>
    /// <param name="name">The column's name in the API.</param>
    /// <exception cref="ArgumentException">The name breaks the rule told at <see cref="Field"/>.</exception>
    public static Field<DateTimeOffset> Time(string name) => Field<DateTimeOffset>.Plain(name, ValueFormats.EpochSeconds);
}
