using System.Text.Json;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Shared test sessions.</summary>
internal static class TestSessions
{
    /// <summary>A session with a value in every property.</summary>
    public static VideoSession Session { get; } =
        new()
        {
            SessionId = "a1b2-c3",
            StartTime = DateTimeOffset.FromUnixTimeSeconds(1775749962),
            EndTime = DateTimeOffset.FromUnixTimeSeconds(1775753562),
            AssetName = "Título",
            WatchTime = TimeSpan.FromSeconds(3540),
            SourceFormat = "HLS",
            StartupTime = TimeSpan.FromSeconds(1.5),
            RebufferingPercentage = 0.25,
            BufferingTimePercentage = 0.5,
            PlaybackScore = 97.5,
            Playtime = TimeSpan.FromMinutes(58.5),
            CdnChangeRate = 0.125,
            Errors = 3,
            FatalErrors = 1,
            Country = "US",
            DeviceType = "tv",
            OperatingSystem = "Android",
            PlayerName = "ExoPlayer",
            Cdn = "Akamai",
            IsLive = true,
            ViewStatus = MediaMelon.SessionList.ViewStatus.Ended,
            SubscriberId = "user-12345",
            ErrorCode = "E-7",
            Drm = "Widevine",
        };

    /// <summary>The JSON row of <see cref="Session"/>.</summary>
    public static string Row =>
        """
            {"sessionid":"a1b2-c3","starttime":1775749962,"endtime":1775753562,"assetname":"T\u00EDtulo","watchtime":3540,"sourcetype":"HLS",
            "latency":1.5,"cirrbufferingratio":0.25,"bufferingratio":0.5,"qualityofexperience":97.5,"playdur":58.5,"cdn_change_rate":0.125,
            "errors":3,"fatalerrors":1,"country":"US","device":"tv","platform":"Android","player":"ExoPlayer","cdn":"Akamai","islive":true,
            "status":"ended","subscriberid":"user-12345","errorcode":"E-7","drmprotection":"Widevine"}
            """.ReplaceLineEndings("");

    /// <summary>Additional fields of the given JSON object.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Fields(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
    }
}
