namespace MediaMelon.SessionList.Fields;

/// <summary>Counters of the whole listing that are stored in the rows.</summary>
internal static class RowCounters
{
    /// <summary>Each row carries <c>totalpages</c>, which equals the number of records wherever it was seen.</summary>
    public static Metric<long> Total { get; } = SessionMetrics.Count("totalpages");
}
