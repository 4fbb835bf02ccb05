using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Paging;

/// <summary>Decides where a listing ends: rules 2 and 3 of docs/listings.md.</summary>
internal static class EndOfListing
{
    /// <summary>
    /// The vendor's default limit. Services are likely to cap only larger limits.
    /// </summary>
    private const int DefaultLimit = 1000;

    /// <summary>Capped page sizes are multiples of this number.</summary>
    private const int RoundNumber = 50;

    /// <summary>Whether more rows may follow a page.</summary>
    /// <remarks>
    /// Counters never end a listing, because the vendor's pages contradict each other on their meaning. They only justify another
    /// request.
    /// </remarks>
    /// <param name="requested">The page that was requested.</param>
    /// <param name="received">The number of received rows.</param>
    /// <param name="reportedCount">The largest counter of the response. 0 if the response has no counter.</param>
    /// <param name="longestBefore">The number of rows of the longest earlier page. 0 for the first page.</param>
    public static bool HasMore(PageRange requested, int received, long reportedCount, int longestBefore)
    {
        if (received == 0 || received >= requested.Expected)
            return received > 0;

        var counterReportsMore = reportedCount > requested.Offset + received;
        var limitMayBeCapped = requested.Limit > DefaultLimit && longestBefore <= received;
        return counterReportsMore || limitMayBeCapped || received % RoundNumber == 0;
    }

    /// <summary>Whether a listing ends before the total on which its counters agree. This does not change its end.</summary>
    /// <param name="position">The offset after the last row.</param>
    /// <param name="agreedTotal">The result of <see cref="ReportedTotals.AgreedTotal"/>.</param>
    public static bool IsEarly(long position, long? agreedTotal) => agreedTotal > position;
}

/// <summary>The number of rows of a listing, according to the counters of a response.</summary>
internal static class ReportedTotals
{
    /// <summary>The largest counter. 0 if the response has no counter.</summary>
    public static long LargestCount(PageResponse response) => Math.Max(
        Math.Max(response.TotalCount ?? 0, response.PageCount ?? 0),
        Math.Max(response.TotalRecords ?? 0, FromRows(response) ?? 0));

    /// <summary>
    /// The smallest counter above 0, or null. A counter that equals the number of rows of the page counts the page, and is
    /// ignored.
    /// </summary>
    public static long? AgreedTotal(PageResponse response)
    {
        long? agreedTotal = null;
        ReadOnlySpan<long?> counters = [response.TotalCount, response.PageCount, response.TotalRecords, FromRows(response)];
        foreach (var counter in counters)
        {
            if (counter is > 0 && counter != response.Sessions.Count)
                agreedTotal = Math.Min(counter.Value, agreedTotal ?? long.MaxValue);
        }

        return agreedTotal;
    }

    private static long? FromRows(PageResponse response) =>
        response.Sessions.Count > 0 && response.Sessions[^1].TryGet(RowCounters.Total, out var total) ? total : null;
}
