using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The format of the body of an error response.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErrorBodyFormat>))]
public enum ErrorBodyFormat
{
    /// <summary>A JSON object with a message.</summary>
    Json,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>No body.</summary>
    Empty,
}
