namespace MediaMelon.SessionList.Paging;

/// <summary>Where a listing ends.</summary>
internal static class EndRule
{
    /// <summary>
    /// The vendor's own default. A service that cuts larger limits to a maximum is likely; one that cuts smaller ones is not.
    /// </summary>
    private const int OrdinaryLimit = 1000;

    /// <summary>Whether more rows may follow a page.</summary>
    /// <remarks>
    /// Counters never end a listing: the vendor's pages contradict each other on what they count. They may only argue for going
    /// on.
    /// </remarks>
    /// <param name="asked">The page that was asked for.</param>
    /// <param name="received">The rows that came.</param>
    /// <param name="claimed">The most rows that any counter of the answer claims for the whole listing; 0 if none does.</param>
    /// <param name="longestBefore">The longest page of this walk before this one; 0 for none.</param>
    public static bool GoesOn(PageSlot asked, int received, long claimed, int longestBefore)
    {
        if (received == 0 || received >= asked.Limit)
            return received > 0;

        var counterClaimsMore = claimed > asked.Offset + received;
        var limitMayHaveBeenCut = asked.Limit > OrdinaryLimit && longestBefore <= received;
        return counterClaimsMore || limitMayHaveBeenCut;
    }
}
