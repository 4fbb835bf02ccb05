using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The format of times.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeFormat>))]
public enum TimeFormat
{
    /// <summary>Seconds since 1970.</summary>
    Seconds,

    /// <summary>Seconds since 1970 in a JSON string.</summary>
    SecondsAsText,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds,
}
