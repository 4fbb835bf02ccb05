namespace MediaMelon.SessionList.Paging;

/// <summary>Decides which pages of a listing to request, and where the listing ends. A state machine without I/O.</summary>
/// <remarks>
/// <see cref="TryNext"/> returns requests in order, and may be ahead of the responses. <see cref="Accept"/> processes the
/// responses in the same order. If a page does not have the expected length and the listing continues, all later requests have
/// wrong offsets. They are discarded, and the plan continues after the page.
/// </remarks>
/// <param name="start">The offset of the first row.</param>
/// <param name="pageSize">The limit of a request.</param>
/// <param name="cap">The page cap of the checkpoint.</param>
/// <param name="longest">The longest page of the listing so far.</param>
internal sealed class PagePlan(long start, int pageSize, PageCap cap = default, LongestPage? longest = null)
{
    /// <summary>The number of full capped pages before the whole page size is requested again. Doubles each time.</summary>
    private const int PagesBeforeGrowth = 8;

    private readonly LongestPage _longest = longest ?? new();
    private long _nextOffset = start;
    private long _reportedCount;
    private bool _countsAreTotals = true;
    private bool _limitsAreRespected = true;
    private bool _isSizeUnclear;
    private int _shortPage = cap.Rows ?? 0;
    private long _fullPages;
    private long _pagesBeforeGrowth = PagesBeforeGrowth;

    /// <summary>The offset after the last accepted page.</summary>
    public long Position { get; private set; } = start;

    /// <summary>The size to which the service caps pages. Null if no cap is known.</summary>
    public int? CappedTo { get; private set; } = cap.SizeFor(pageSize);

    /// <summary>The state of short pages that a resumed listing needs to end at the same row.</summary>
    public PageCap Cap => CappedTo is not null ? new(CappedTo, pageSize)
        : _shortPage > 0 && _shortPage >= _longest.Rows ? new(_shortPage, null)
        : default;

    /// <summary>The number of accepted pages.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the last page has been accepted.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the reported total is reliable enough to request no page beyond it.</summary>
    private bool KnowsTotal => _countsAreTotals && _reportedCount > 0;

    /// <summary>Plans the next page to request.</summary>
    /// <param name="stillWanted">The number of rows that are wanted in addition to the requested pages.</param>
    /// <param name="speculative">Whether to request ahead even if the total is unknown.</param>
    /// <param name="range">The page.</param>
    public bool TryNext(long stillWanted, bool speculative, out PageRange range)
    {
        var size = CappedTo ?? pageSize;

        // A larger limit costs nothing: a service that still caps it returns the expected rows.
        var growth = CappedTo is not null && _fullPages >= _pagesBeforeGrowth;
        range = new(_nextOffset, (int)Math.Min(growth ? pageSize : size, stillWanted));
        range = range with { Expected = Math.Min(range.Limit, size) };
        if (IsOver || range.Limit <= 0 || !MayRequest(speculative))
            return false;

        if (growth)
        {
            _fullPages = 0;
            _pagesBeforeGrowth *= 2;
        }

        _nextOffset += range.Expected;
        return true;
    }

    /// <summary>Processes the response to the oldest pending request.</summary>
    /// <param name="range">The request.</param>
    /// <param name="received">The number of received rows.</param>
    /// <param name="reportedCount">The largest counter of the response. 0 if the response has no counter.</param>
    /// <returns>Whether the later requests are still valid. If false, the caller must discard them.</returns>
    public bool Accept(PageRange range, int received, long reportedCount)
    {
        var isCap = received > 0 && received == _shortPage && received >= _longest.Rows;
        var requested = isCap ? range with { Expected = received } : range;
        IsOver = !EndOfListing.HasMore(requested, received, reportedCount, _longest.Rows);
        Position = range.Offset + received;
        Pages++;

        // Rows beyond the reported count prove that the counter counts the page, or that the listing grows.
        _countsAreTotals &= _reportedCount == 0 || Position <= _reportedCount;
        _countsAreTotals &= reportedCount == 0 || Position <= reportedCount;
        _reportedCount = reportedCount;
        _longest.Add(received);
        _limitsAreRespected = received <= range.Limit;
        LearnSize(range.Expected, received);

        if (received == range.Expected)
            return true;

        _nextOffset = Position;
        return false;
    }

    // One short page changes nothing. Two of the same length show a cap, which is never smaller than the longest page.
    private void LearnSize(int expected, int received)
    {
        _isSizeUnclear = false;
        if (received >= expected)
        {
            _fullPages++;
            _shortPage = 0;
            CappedTo = received > expected ? null : CappedTo;
        }
        else if (received == _shortPage)
        {
            var size = Math.Max(received, _longest.Rows);
            CappedTo = size < pageSize ? size : null;
            _fullPages = 0;
        }
        else
        {
            _shortPage = received;
            _isSizeUnclear = true;
        }
    }

    private bool MayRequest(bool speculative)
    {
        if (_nextOffset == Position)
            return true; // the page after the last accepted page is always needed

        // The first page shows the page size, so it is requested alone. The same applies to the page after a short page.
        if (Pages == 0 || _isSizeUnclear || !_limitsAreRespected)
            return false;

        // The page after the total is requested too, because a full page that ends at the total may not be the last.
        return KnowsTotal ? _nextOffset <= _reportedCount : speculative;
    }
}

/// <summary>The longest page of a listing so far, over all slices. The service does not cap limits below this length.</summary>
internal sealed class LongestPage
{
    public int Rows { get; private set; }

    public void Add(int rows) => Rows = Math.Max(Rows, rows);
}
