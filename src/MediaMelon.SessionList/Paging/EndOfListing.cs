using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList.Paging;

/// <summary>Where a listing ends: rules 2 and 3 of docs/listings.md.</summary>
internal static class EndOfListing
{
    /// <summary>
    /// The vendor's own default. A service that caps larger limits is likely; one that caps smaller ones is not.
    /// </summary>
    private const int OrdinaryLimit = 1000;

    /// <summary>Caps are round numbers.</summary>
    private const int RoundNumber = 50;

    /// <summary>Whether more rows may follow a page.</summary>
    /// <remarks>
    /// Counters never end a listing: the vendor's pages contradict each other on what they count. They only justify another
    /// request.
    /// </remarks>
    /// <param name="requested">The page that was requested.</param>
    /// <param name="received">The rows that were received.</param>
    /// <param name="reportedCount">The largest counter of the response for the whole listing; 0 if there is none.</param>
    /// <param name="longestBefore">The longest page of this listing before this one; 0 for none.</param>
    public static bool HasMore(PageRange requested, int received, long reportedCount, int longestBefore)
    {
        if (received == 0 || received >= requested.Expected)
            return received > 0;

        var counterClaimsMore = reportedCount > requested.Offset + received;
        var limitMayBeCapped = requested.Limit > OrdinaryLimit && longestBefore <= received;
        return counterClaimsMore || limitMayBeCapped || received % RoundNumber == 0;
    }

    /// <summary>Whether a listing ends before the total that its counters agree on. It ends there all the same.</summary>
    /// <param name="position">The offset after the last row.</param>
    /// <param name="agreedTotal">The total of <see cref="ReportedTotals.AgreedTotal"/>.</param>
    public static bool IsEarly(long position, long? agreedTotal) => agreedTotal > position;
}

/// <summary>How many rows the listing has, according to the counters of a response.</summary>
internal static class ReportedTotals
{
    /// <summary>The largest of all counters; 0 if there is none.</summary>
    public static long LargestCount(PageResponse response) => Math.Max(
        Math.Max(response.TotalCount ?? 0, response.PageCount ?? 0),
        Math.Max(response.TotalRecords ?? 0, FromRows(response) ?? 0));

    /// <summary>
    /// The smallest counter above 0; null if there is none. A counter that equals the number of rows of
    /// its own page counts the page, and is ignored.
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
