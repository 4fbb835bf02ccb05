using System.Collections.Frozen;

namespace MediaMelon.SessionList.Query;

/// <summary>The parameters of the endpoint, as the vendor spells them.</summary>
internal static class ParameterNames
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

    /// <summary>Those that a query models, whatever their case: a second spelling must not slip past the first.</summary>
    public static FrozenSet<string> Modelled { get; } = FrozenSet.ToFrozenSet(
        [Period, Metrics, AggregateBy, SessionType, AllStatus, Filter, QoeFilter, OrderBy, Order, Limit, Offset],
        StringComparer.OrdinalIgnoreCase);
}
