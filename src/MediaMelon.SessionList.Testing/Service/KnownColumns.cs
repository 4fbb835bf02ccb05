using System.Collections.Frozen;

namespace MediaMelon.SessionList.Testing.Service;

// Wire names and units are from the vendor's page, not from the client's catalogues, so that a mistake of the client shows.
internal static class KnownColumns
{
    private static readonly FrozenDictionary<string, Func<VideoSession, ColumnValue>> Properties =
        new Dictionary<string, Func<VideoSession, ColumnValue>>(StringComparer.Ordinal)
        {
            ["sessionid"] = session => ColumnValue.From(session.SessionId),
            ["starttime"] = session => ColumnValue.EpochSeconds(session.StartTime),
            ["endtime"] = session => ColumnValue.EpochSeconds(session.EndTime),
            ["assetname"] = session => ColumnValue.From(session.AssetName),
            ["watchtime"] = session => ColumnValue.Seconds(session.WatchTime),
            ["sourcetype"] = session => ColumnValue.From(session.SourceFormat),
            ["latency"] = session => ColumnValue.Seconds(session.StartupTime),
            ["cirrbufferingratio"] = session => ColumnValue.From(session.RebufferingPercentage),
            ["bufferingratio"] = session => ColumnValue.From(session.BufferingTimePercentage),
            ["qualityofexperience"] = session => ColumnValue.From(session.PlaybackScore),
            ["playdur"] = session => ColumnValue.Minutes(session.Playtime),
            ["cdn_change_rate"] = session => ColumnValue.From(session.CdnChangeRate),
            ["errors"] = session => ColumnValue.From(session.Errors),
            ["fatalerrors"] = session => ColumnValue.From(session.FatalErrors),
            ["country"] = session => ColumnValue.From(session.Country),
            ["device"] = session => ColumnValue.From(session.DeviceType),
            ["platform"] = session => ColumnValue.From(session.OperatingSystem),
            ["player"] = session => ColumnValue.From(session.PlayerName),
            ["cdn"] = session => ColumnValue.From(session.Cdn),
            ["islive"] = session => ColumnValue.From(session.IsLive),
            ["status"] = session => ColumnValue.FromKeyword(session.ViewStatus?.Value),
            ["subscriberid"] = session => ColumnValue.From(session.SubscriberId),
            ["errorcode"] = session => ColumnValue.From(session.ErrorCode),
            ["drmprotection"] = session => ColumnValue.From(session.Drm),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<VideoSession, ColumnValue>? Find(string name) => Properties.GetValueOrDefault(name);
}
