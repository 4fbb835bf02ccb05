namespace MediaMelon.SessionList.Fields;

/// <summary>Counters of the whole listing that each row contains.</summary>
internal static class RowCounters
{
    /// <summary><c>totalpages</c>. In all known responses it is the number of records.</summary>
    public static Metric<long> Total { get; } = SessionMetrics.Count("totalpages");
}
