using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>The order of rows in a listing without <c>orderby</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowOrder>))]
public enum RowOrder
{
    /// <summary>The order in which the sessions were added.</summary>
    AsStored,

    /// <summary>Ascending by <c>endtime</c>.</summary>
    OldestFirst,

    /// <summary>Descending by <c>endtime</c>.</summary>
    NewestFirst,

    /// <summary>Another order for each request.</summary>
    Unstable,
}
