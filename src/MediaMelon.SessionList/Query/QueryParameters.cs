using System.Collections.Frozen;

namespace MediaMelon.SessionList.Query;

/// <summary>The names and fixed values of the vendor's query parameters.</summary>
internal static class QueryParameters
{
    public const string Period = "period";
    public const string Metrics = "metrics";
    public const string AggregateBy = "aggby";
    public const string SessionType = "sessiontype";
    public const string AllStatus = "allstatus";
    public const string Filter = "filter";
    public const string QoeFilter = "qoefilter";
    public const string OrderBy = "orderby";
    public const string Order = "order";
    public const string Limit = "limit";
    public const string Offset = "offset";

    public const string BySession = "sessionid";
    public const string Ended = "ended";
    public const string Started = "started";
    public const string Ascending = "asc";
    public const string Descending = "desc";
    public const string And = " AND ";

    /// <summary>The case-insensitive names of the supported parameters. A parameter must not be sent twice.</summary>
    public static FrozenSet<string> Supported { get; } = FrozenSet.ToFrozenSet(
        [Period, Metrics, AggregateBy, SessionType, AllStatus, Filter, QoeFilter, OrderBy, Order, Limit, Offset],
        StringComparer.OrdinalIgnoreCase);
}
