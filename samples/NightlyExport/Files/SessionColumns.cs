using static NightlyExport.Files.SessionColumn;

namespace NightlyExport.Files;

/// <summary>The columns of the data set, each with its unit in its name. Add new columns at the end.</summary>
internal static class SessionColumns
{
    public static SessionColumn[] Create() =>
    [
        Id("session_id", session => session.SessionId),
        Time("start_time", session => session.StartTime),
        Time("end_time", session => session.EndTime),
        Text("asset_name", session => session.AssetName),
        Number("watch_seconds", session => session.WatchTime?.TotalSeconds),
        Text("source_format", session => session.SourceFormat),
        Number("startup_seconds", session => session.StartupTime?.TotalSeconds),
        Number("rebuffering_percentage", session => session.RebufferingPercentage),
        Number("buffering_time_percentage", session => session.BufferingTimePercentage),
        Number("playback_score", session => session.PlaybackScore),
        Number("playtime_minutes", session => session.Playtime?.TotalMinutes),
        Number("cdn_change_rate", session => session.CdnChangeRate),
        Count("errors", session => session.Errors),
        Count("fatal_errors", session => session.FatalErrors),
        Text("country", session => session.Country),
        Text("device_type", session => session.DeviceType),
        Text("operating_system", session => session.OperatingSystem),
        Text("player_name", session => session.PlayerName),
        Text("cdn", session => session.Cdn),
        Flag("is_live", session => session.IsLive),
        Text("view_status", session => session.ViewStatus?.Value),
        Id("subscriber_id", session => session.SubscriberId),
        Text("error_code", session => session.ErrorCode),
        Text("drm", session => session.Drm),
    ];
}
