using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>How booleans are sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BooleanFormat>))]
public enum BooleanFormat
{
    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>The text <c>true</c> or <c>false</c>.</summary>
    Text,

    /// <summary>The number 1 or 0.</summary>
    Number,
}
