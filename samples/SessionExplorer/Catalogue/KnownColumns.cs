using MediaMelon.SessionList;
using static SessionExplorer.Catalogue.ColumnFactory;

namespace SessionExplorer.Catalogue;

/// <summary>Every column of the client's catalogues, in the order of data files.</summary>
internal static class KnownColumns
{
    public static Column SessionId { get; } = Text(SessionFields.SessionId, "session_id", "Session", "SessionFields.SessionId");

    public static Column StartTime { get; } = Time(SessionFields.StartTime, "start_time", "Start", "SessionFields.StartTime");

    public static Column EndTime { get; } = Time(SessionFields.EndTime, "end_time", "End", "SessionFields.EndTime");

    public static Column AssetName { get; } = Text(SessionFields.AssetName, "asset_name", "Asset", "SessionFields.AssetName");

    public static Column WatchTime { get; } =
        Seconds(SessionFields.WatchTime, "watch_seconds", "Watched", "SessionFields.WatchTime") with
        {
            IsWorstWhenLow = true,
        };

    public static Column SourceFormat { get; } =
        Text(SessionFields.SourceFormat, "source_format", "Format", "SessionFields.SourceFormat");

    public static Column StartupTime { get; } =
        Seconds(SessionMetrics.StartupTime, "startup_seconds", "Startup", "SessionMetrics.StartupTime") with
        {
            IsBad = value => value is > 10.0,
        };

    public static Column Rebuffering { get; } =
        Number(
            SessionMetrics.RebufferingPercentage,
            "rebuffering_percentage",
            "Rebuffering",
            "SessionMetrics.RebufferingPercentage",
            "%") with
        {
            IsBad = value => value is > 10.0,
        };

    public static Column Buffering { get; } =
        Number(
            SessionMetrics.BufferingTimePercentage,
            "buffering_time_percentage",
            "Buffering",
            "SessionMetrics.BufferingTimePercentage",
            "%");

    public static Column PlaybackScore { get; } =
        Number(SessionMetrics.PlaybackScore, "playback_score", "Score", "SessionMetrics.PlaybackScore") with
        {
            IsBad = value => value is < 60.0,
            IsWorstWhenLow = true,
        };

    public static Column Playtime { get; } =
        Minutes(SessionMetrics.Playtime, "playtime_minutes", "Playtime", "SessionMetrics.Playtime") with
        {
            IsWorstWhenLow = true,
        };

    public static Column CdnChangeRate { get; } =
        Number(SessionMetrics.CdnChangeRate, "cdn_change_rate", "CDN changes", "SessionMetrics.CdnChangeRate");

    public static Column Errors { get; } = Count(SessionMetrics.Errors, "errors", "Errors", "SessionMetrics.Errors");

    public static Column FatalErrors { get; } =
        Count(SessionMetrics.FatalErrors, "fatal_errors", "Fatal errors", "SessionMetrics.FatalErrors") with
        {
            IsBad = value => value is > 0L,
        };

    public static Column Country { get; } = Text(SessionDimensions.Country, "country", "Country", "SessionDimensions.Country");

    public static Column DeviceType { get; } =
        Text(SessionDimensions.DeviceType, "device_type", "Device", "SessionDimensions.DeviceType");

    public static Column OperatingSystem { get; } =
        Text(SessionDimensions.OperatingSystem, "operating_system", "System", "SessionDimensions.OperatingSystem");

    public static Column PlayerName { get; } =
        Text(SessionDimensions.PlayerName, "player_name", "Player", "SessionDimensions.PlayerName");

    public static Column Cdn { get; } = Text(SessionDimensions.Cdn, "cdn", "CDN", "SessionDimensions.Cdn");

    public static Column IsLive { get; } = Flag(SessionDimensions.IsLive, "is_live", "Live", "SessionDimensions.IsLive");

    public static Column ViewStatus { get; } =
        Status(SessionDimensions.ViewStatus, "view_status", "Status", "SessionDimensions.ViewStatus");

    public static Column SubscriberId { get; } =
        Text(SessionDimensions.SubscriberId, "subscriber_id", "Subscriber", "SessionDimensions.SubscriberId");

    public static Column ErrorCode { get; } =
        Text(SessionDimensions.ErrorCode, "error_code", "Error", "SessionDimensions.ErrorCode") with
        {
            IsBad = value => value is string { Length: > 0 },
        };

    public static Column Drm { get; } = Text(SessionDimensions.Drm, "drm", "DRM", "SessionDimensions.Drm");

    public static IReadOnlyList<Column> All { get; } =
    [
        SessionId,
        StartTime,
        EndTime,
        AssetName,
        WatchTime,
        SourceFormat,
        StartupTime,
        Rebuffering,
        Buffering,
        PlaybackScore,
        Playtime,
        CdnChangeRate,
        Errors,
        FatalErrors,
        Country,
        DeviceType,
        OperatingSystem,
        PlayerName,
        Cdn,
        IsLive,
        ViewStatus,
        SubscriberId,
        ErrorCode,
        Drm,
    ];
}
