using MediaMelon.SessionList.Columns;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>How many rows the listing has, if one believed the counters of an answer.</summary>
internal static class Claims
{
    /// <summary>The largest of all counters; 0 if there is none.</summary>
    public static long Largest(PageAnswer answer)
    {
        var ofRows = answer.Sessions.Count > 0 && answer.Sessions[^1].TryGet(RowCounters.Total, out var total) ? total : 0;
        return Math.Max(Math.Max(answer.TotalCount ?? 0, answer.PageCount ?? 0), Math.Max(answer.TotalRecords ?? 0, ofRows));
    }
}
