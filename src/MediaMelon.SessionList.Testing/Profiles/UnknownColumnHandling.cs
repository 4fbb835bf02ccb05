using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The response to a request for an unknown column.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnknownColumnHandling>))]
public enum UnknownColumnHandling
{
    /// <summary>The column without a value.</summary>
    Null,

    /// <summary>Rows without the column.</summary>
    Omit,

    /// <summary>Status 400.</summary>
    Reject,
}
