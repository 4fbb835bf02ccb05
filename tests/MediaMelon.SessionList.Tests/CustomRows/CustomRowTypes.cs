using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Tests.CustomRows;

/// <summary>A custom row type with properties.</summary>
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

/// <summary>A row type with a constructor, and without a field that the pagination uses.</summary>
public sealed record Asset([property: JsonPropertyName("assetname")] string? Name);

/// <summary>A row type that is a value type.</summary>
public readonly record struct Delay([property: JsonPropertyName("latency")] double Value);

/// <summary>A row type that stores other fields as extension data.</summary>
public sealed class Open
{
    [JsonPropertyName("sessionid")]
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A row type with one custom field.</summary>
public sealed record Holder<T>([property: JsonPropertyName("mine")] T Value);

/// <summary>A row type with an invalid field name.</summary>
public sealed record Misnamed([property: JsonPropertyName("start time")] string? Value);

/// <summary>A row type with standard fields, whose units are known.</summary>
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

/// <summary>A row type with names of standard fields in another case.</summary>
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
