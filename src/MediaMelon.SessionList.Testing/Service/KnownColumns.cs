using System.Collections.Frozen;

namespace MediaMelon.SessionList.Testing.Service;

// Wire names and units are spelled anew here and not taken from the client's catalogues: the vendor's page is the judge of both.
internal static class KnownColumns
{
    private static readonly FrozenDictionary<string, Func<VideoSession, ColumnValue>> Properties =
        new Dictionary<string, Func<VideoSession, ColumnValue>>(StringComparer.Ordinal)
        {
            ["sessionid"] = session => ColumnValue.Of(session.SessionId),
            ["starttime"] = session => ColumnValue.EpochSeconds(session.StartTime),
            ["endtime"] = session => ColumnValue.EpochSeconds(session.EndTime),
            ["assetname"] = session => ColumnValue.Of(session.AssetName),
            ["watchtime"] = session => ColumnValue.Seconds(session.WatchTime),
            ["sourcetype"] = session => ColumnValue.Of(session.SourceFormat),
            ["latency"] = session => ColumnValue.Seconds(session.StartupTime),
            ["cirrbufferingratio"] = session => ColumnValue.Of(session.RebufferingPercentage),
            ["bufferingratio"] = session => ColumnValue.Of(session.BufferingTimePercentage),
            ["qualityofexperience"] = session => ColumnValue.Of(session.PlaybackScore),
            ["playdur"] = session => ColumnValue.Minutes(session.Playtime),
            ["cdn_change_rate"] = session => ColumnValue.Of(session.CdnChangeRate),
            ["errors"] = session => ColumnValue.Of(session.Errors),
            ["fatalerrors"] = session => ColumnValue.Of(session.FatalErrors),
            ["country"] = session => ColumnValue.Of(session.Country),
            ["device"] = session => ColumnValue.Of(session.DeviceType),
            ["platform"] = session => ColumnValue.Of(session.OperatingSystem),
            ["player"] = session => ColumnValue.Of(session.PlayerName),
            ["cdn"] = session => ColumnValue.Of(session.Cdn),
            ["islive"] = session => ColumnValue.Of(session.IsLive),
            ["status"] = session => ColumnValue.Word(session.ViewStatus?.Value),
            ["subscriberid"] = session => ColumnValue.Of(session.SubscriberId),
            ["errorcode"] = session => ColumnValue.Of(session.ErrorCode),
            ["drmprotection"] = session => ColumnValue.Of(session.Drm),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<VideoSession, ColumnValue>? Find(string name) => Properties.GetValueOrDefault(name);
}
