namespace MediaMelon.SessionList.Paging;

/// <summary>Where a listing ends: rules 2 and 3 of docs/listings.md.</summary>
internal static class EndRule
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
    /// <param name="claimed">The largest number of rows that a counter claims for the whole listing; 0 if none does.</param>
    /// <param name="longestBefore">The longest page of this listing before this one; 0 for none.</param>
    public static bool GoesOn(PageSlot requested, int received, long claimed, int longestBefore)
    {
        if (received == 0 || received >= requested.Expected)
            return received > 0;

        var counterClaimsMore = claimed > requested.Offset + received;
        var limitMayBeCapped = requested.Limit > OrdinaryLimit && longestBefore <= received;
        return counterClaimsMore || limitMayBeCapped || received % RoundNumber == 0;
    }

    /// <summary>Whether a listing ends before the total that its counters agree on. It ends there all the same.</summary>
    /// <param name="position">The offset after the last row.</param>
    /// <param name="agreed">The total of <see cref="Claims.Agreed"/>.</param>
    public static bool IsEarly(long position, long? agreed) => agreed > position;
}
