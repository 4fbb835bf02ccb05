using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>What a user's row may be: with properties.</summary>
public sealed record Start
{
    [JsonPropertyName("sessionid")]
    public required string Id { get; init; }

    [JsonPropertyName("latency")]
    public TimeSpan? StartupTime { get; init; }

    [JsonPropertyName("country")]
    public string? Country { get; init; }

    [JsonIgnore]
    public string? Note { get; init; }

    public double? Seconds => StartupTime?.TotalSeconds;
}

/// <summary>By a constructor, and without anything that the walk looks at.</summary>
public sealed record Asset([property: JsonPropertyName("assetname")] string? Name);

/// <summary>A value type.</summary>
public readonly record struct Delay([property: JsonPropertyName("latency")] double Value);

/// <summary>A class that keeps what it has no property for.</summary>
public sealed class Open
{
    [JsonPropertyName("sessionid")]
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>One column under a name of its own.</summary>
public sealed record Holder<T>([property: JsonPropertyName("mine")] T Value);

/// <summary>A name that is no column's.</summary>
public sealed record Misnamed([property: JsonPropertyName("start time")] string? Value);

/// <summary>Columns whose units the catalogues know.</summary>
public sealed record Known
{
    [JsonPropertyName("starttime")]
    public DateTimeOffset? StartTime { get; init; }

    [JsonPropertyName("endtime")]
    public DateTime? EndTime { get; init; }

    [JsonPropertyName("latency")]
    public TimeSpan? StartupTime { get; init; }

    [JsonPropertyName("watchtime")]
    public TimeSpan WatchTime { get; init; }

    [JsonPropertyName("playdur")]
    public TimeSpan? Playtime { get; init; }

    [JsonPropertyName("status")]
    public ViewStatus? Status { get; init; }

    [JsonPropertyName("islive")]
    public bool? IsLive { get; init; }

    [JsonPropertyName("errors")]
    public int? Errors { get; init; }

    [JsonPropertyName("qualityofexperience")]
    public decimal? Score { get; init; }
}

/// <summary>Names of the catalogues in another case.</summary>
public sealed record Miscased(string? SessionId, TimeSpan? PlayDur, [property: JsonPropertyName("Mine")] string? Own);

[JsonSerializable(typeof(Start))]
[JsonSerializable(typeof(Miscased))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(Delay))]
[JsonSerializable(typeof(Open))]
[JsonSerializable(typeof(Known))]
[JsonSerializable(typeof(Misnamed))]
[JsonSerializable(typeof(VideoSession))]
[JsonSerializable(typeof(List<Start>))]
internal sealed partial class OwnContext : JsonSerializerContext;
