using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>How many rows the listing has, if one believed the counters of an answer.</summary>
internal static class Claims
{
    private static readonly Metric<long> RowTotal = SessionMetrics.Count("totalpages");

    /// <summary>The largest of all counters; 0 if there is none.</summary>
    /// <remarks>Each row carries <c>totalpages</c>, which equals the number of records wherever it was seen.</remarks>
    public static long Largest(PageAnswer answer)
    {
        var ofRows = answer.Sessions.Count > 0 && answer.Sessions[^1].TryGet(RowTotal, out var total) ? total : 0;
        return Math.Max(Math.Max(answer.TotalCount ?? 0, answer.PageCount ?? 0), Math.Max(answer.TotalRecords ?? 0, ofRows));
    }
}
