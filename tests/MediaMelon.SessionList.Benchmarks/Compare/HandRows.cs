using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>A hand-written row for the narrow query. It contains only the requested columns.</summary>
public sealed class NarrowRow
{
    [JsonPropertyName("latency")] public double? StartupSeconds { get; set; }

    [JsonPropertyName("starttime")] public long? StartTime { get; set; }

    [JsonPropertyName("endtime")] public long? EndTime { get; set; }

    [JsonPropertyName("assetname")] public string? AssetName { get; set; }

    [JsonPropertyName("watchtime")] public long? WatchSeconds { get; set; }

    [JsonPropertyName("sessionid")] public string? SessionId { get; set; }

    [JsonPropertyName("sourcetype")] public string? SourceFormat { get; set; }
}

/// <summary>A hand-written row for the wide query.</summary>
public sealed class WideRow
{
    [JsonPropertyName("latency")] public double? StartupSeconds { get; set; }

    [JsonPropertyName("starttime")] public long? StartTime { get; set; }

    [JsonPropertyName("endtime")] public long? EndTime { get; set; }

    [JsonPropertyName("assetname")] public string? AssetName { get; set; }

    [JsonPropertyName("watchtime")] public long? WatchSeconds { get; set; }

    [JsonPropertyName("sessionid")] public string? SessionId { get; set; }

    [JsonPropertyName("sourcetype")] public string? SourceFormat { get; set; }

    [JsonPropertyName("cirrbufferingratio")] public double? RebufferingPercentage { get; set; }

    [JsonPropertyName("bufferingratio")] public double? BufferingTimePercentage { get; set; }

    [JsonPropertyName("qualityofexperience")] public double? PlaybackScore { get; set; }

    [JsonPropertyName("playdur")] public double? PlayMinutes { get; set; }

    [JsonPropertyName("cdn_change_rate")] public double? CdnChangeRate { get; set; }

    [JsonPropertyName("errors")] public long? Errors { get; set; }

    [JsonPropertyName("fatalerrors")] public long? FatalErrors { get; set; }

    [JsonPropertyName("country")] public string? Country { get; set; }

    [JsonPropertyName("device")] public string? DeviceType { get; set; }

    [JsonPropertyName("platform")] public string? OperatingSystem { get; set; }

    [JsonPropertyName("player")] public string? PlayerName { get; set; }

    [JsonPropertyName("cdn")] public string? Cdn { get; set; }

    [JsonPropertyName("islive")] public bool? IsLive { get; set; }

    [JsonPropertyName("status")] public string? Status { get; set; }

    [JsonPropertyName("subscriberid")] public string? SubscriberId { get; set; }

    [JsonPropertyName("errorcode")] public string? ErrorCode { get; set; }

    [JsonPropertyName("drmprotection")] public string? Drm { get; set; }
}

public sealed class HandPage<T>
{
    [JsonPropertyName("response")] public List<T>? Response { get; set; }
}

[JsonSerializable(typeof(HandPage<NarrowRow>))]
[JsonSerializable(typeof(Measured))]
[JsonSerializable(typeof(HandPage<WideRow>))]
public sealed partial class HandContext : JsonSerializerContext;
