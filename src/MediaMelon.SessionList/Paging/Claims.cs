using MediaMelon.SessionList.Columns;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>How many rows the listing has, according to the counters of a response.</summary>
internal static class Claims
{
    /// <summary>The largest of all counters; 0 if there is none.</summary>
    public static long Largest(PageAnswer answer) => Math.Max(
        Math.Max(answer.TotalCount ?? 0, answer.PageCount ?? 0),
        Math.Max(answer.TotalRecords ?? 0, OfRows(answer) ?? 0));

    /// <summary>
    /// The number of rows that every counter claims at least; null if there is none. A counter that equals the number of rows of
    /// its own page counts the page, and claims nothing.
    /// </summary>
    public static long? Agreed(PageAnswer answer)
    {
        long? agreed = null;
        foreach (var counter in (ReadOnlySpan<long?>)[answer.TotalCount, answer.PageCount, answer.TotalRecords, OfRows(answer)])
        {
            if (counter is > 0 && counter != answer.Sessions.Count)
                agreed = Math.Min(counter.Value, agreed ?? long.MaxValue);
        }

        return agreed;
    }

    private static long? OfRows(PageAnswer answer) =>
        answer.Sessions.Count > 0 && answer.Sessions[^1].TryGet(RowCounters.Total, out var total) ? total : null;
}
