using System.Text.Json.Serialization;

namespace MediaMelon.SessionList.Testing;

/// <summary>What a counter of a response counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CounterMeaning>))]
public enum CounterMeaning
{
    /// <summary>The counter is not sent.</summary>
    Absent,

    /// <summary>All rows of the listing.</summary>
    AllRows,

    /// <summary>The rows of this page.</summary>
    RowsOfPage,

    /// <summary>The pages of the listing.</summary>
    Pages,
}
