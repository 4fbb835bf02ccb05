using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The format of booleans.</summary>
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
