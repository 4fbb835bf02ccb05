namespace MediaMelon.SessionList.Paging;

/// <summary>Which pages of a listing to ask for, and where it ends: a state machine without I/O.</summary>
/// <remarks>
/// <see cref="TryNext"/> hands out requests in order, ahead of the answers if wished; <see cref="Accept"/> takes the answers in
/// the same order. When an answer is not as long as expected and the listing goes on, all requests after it were for the wrong
/// offsets: they are to be thrown away, and the plan begins anew behind the answer.
/// </remarks>
internal sealed class PagePlan(long start, int pageSize, int? cutTo = null, LongestPage? longest = null)
{
    private readonly LongestPage _longest = longest ?? new();
    private long _frontier = start;
    private long _claimed;
    private bool _claimsAreTotals = true;
    private bool _limitsAreKept = true;

    /// <summary>The offset behind the last accepted page.</summary>
    public long Position { get; private set; } = start;

    /// <summary>The page size that the service was seen to cut larger ones to; null if it cut none.</summary>
    public int? CutTo { get; private set; } = cutTo;

    /// <summary>Pages accepted.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the last page has been accepted.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the total of the listing is known well enough to ask for no page beyond it.</summary>
    private bool KnowsTotal => _claimsAreTotals && _claimed > 0;

    /// <summary>The next page to ask for.</summary>
    /// <param name="stillWanted">Rows that are wanted beyond those of the pages asked for so far.</param>
    /// <param name="blindly">Whether to ask ahead even where nothing is known of the total.</param>
    /// <param name="slot">The page.</param>
    public bool TryNext(long stillWanted, bool blindly, out PageSlot slot)
    {
        slot = new(_frontier, (int)Math.Min(Math.Min(pageSize, CutTo ?? pageSize), stillWanted));
        if (IsOver || slot.Limit <= 0 || !MayAsk(blindly))
            return false;

        _frontier += slot.Limit;
        return true;
    }

    /// <summary>Takes the answer to the oldest open request.</summary>
    /// <param name="slot">The request.</param>
    /// <param name="received">The rows that came.</param>
    /// <param name="claimed">The most rows that any counter of the answer claims for the whole listing; 0 if none does.</param>
    /// <returns>Whether the requests after this one are still right; if not, they are to be thrown away.</returns>
    public bool Accept(PageSlot slot, int received, long claimed)
    {
        IsOver = !EndRule.GoesOn(slot, received, claimed, _longest.Rows);
        Position = slot.Offset + received;
        Pages++;

        // Rows beyond what was claimed prove that the counter tells of the page, or that the listing grows.
        _claimsAreTotals &= _claimed == 0 || Position <= _claimed;
        _claimsAreTotals &= claimed == 0 || Position <= claimed;
        _claimed = claimed;
        _longest.Count(received);
        _limitsAreKept = received <= slot.Limit;

        if (received == slot.Limit)
            return true;

        if (!IsOver && received < slot.Limit)
            CutTo = received;

        _frontier = Position;
        return false;
    }

    private bool MayAsk(bool blindly)
    {
        if (_frontier == Position)
            return true; // the page that must come next: no speculation

        if (Pages == 0 || !_limitsAreKept)
            return false; // the first page goes alone: it teaches the page size; and where longer ones come, none can be foreseen

        // A full page that ends at the total is not the last: whether rows follow has to be asked, so it may be asked ahead.
        return KnowsTotal ? _frontier <= _claimed : blindly;
    }
}
