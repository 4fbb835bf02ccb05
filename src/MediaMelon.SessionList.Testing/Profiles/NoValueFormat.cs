using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>How a missing value is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoValueFormat>))]
public enum NoValueFormat
{
    /// <summary>JSON null.</summary>
    Null,

    /// <summary>The row does not have the column.</summary>
    Omitted,

    /// <summary>An empty text.</summary>
    EmptyText,

    /// <summary>The text <c>-</c>.</summary>
    Dash,

    /// <summary>The text <c>null</c>.</summary>
    NullText,
}
