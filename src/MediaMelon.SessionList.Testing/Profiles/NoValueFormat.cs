using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The format of a missing value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoValueFormat>))]
public enum NoValueFormat
{
    /// <summary>JSON null.</summary>
    Null,

    /// <summary>The row does not have the column.</summary>
    Omitted,

    /// <summary>An empty string.</summary>
    EmptyText,

    /// <summary>The text <c>-</c>.</summary>
    Dash,

    /// <summary>The text <c>null</c>.</summary>
    NullText,
}
