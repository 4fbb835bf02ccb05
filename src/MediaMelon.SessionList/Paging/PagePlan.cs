namespace MediaMelon.SessionList.Paging;

/// <summary>Which pages of a listing to request, and where it ends: a state machine without I/O.</summary>
/// <remarks>
/// <see cref="TryNext"/> returns requests in order, ahead of the responses if wished; <see cref="Accept"/> takes the responses in
/// the same order. When a response is not as long as expected and the listing continues, all requests after it were for the wrong
/// offsets: they are discarded, and the plan starts again after the response.
/// </remarks>
/// <param name="start">The offset of the first row.</param>
/// <param name="pageSize">The limit of a request.</param>
/// <param name="cap">What the checkpoint says of short pages.</param>
/// <param name="longest">The longest page of the listing.</param>
internal sealed class PagePlan(long start, int pageSize, PageCap cap = default, LongestPage? longest = null)
{
    /// <summary>Full pages of a capped size before the whole page size is requested again. Doubles with each attempt.</summary>
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

    /// <summary>The size to which the service caps pages; null if it does not, or if that is not known.</summary>
    public int? CappedTo { get; private set; } = cap.SizeFor(pageSize);

    /// <summary>What a later start must know of short pages, so that it ends where this plan would.</summary>
    public PageCap Cap => CappedTo is not null ? new(CappedTo, pageSize)
        : _shortPage > 0 && _shortPage >= _longest.Rows ? new(_shortPage, null)
        : default;

    /// <summary>Pages accepted.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the last page has been accepted.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the total of the listing is known well enough to request no page beyond it.</summary>
    private bool KnowsTotal => _countsAreTotals && _reportedCount > 0;

    /// <summary>The next page to request.</summary>
    /// <param name="stillWanted">Rows that are wanted beyond those of the pages requested so far.</param>
    /// <param name="blindly">Whether to request ahead even where nothing is known of the total.</param>
    /// <param name="range">The page.</param>
    public bool TryNext(long stillWanted, bool blindly, out PageRange range)
    {
        var size = CappedTo ?? pageSize;

        // A larger limit costs nothing: a service that still caps it returns the expected rows.
        var growth = CappedTo is not null && _fullPages >= _pagesBeforeGrowth;
        range = new(_nextOffset, (int)Math.Min(growth ? pageSize : size, stillWanted));
        range = range with { Expected = Math.Min(range.Limit, size) };
        if (IsOver || range.Limit <= 0 || !MayRequest(blindly))
            return false;

        if (growth)
        {
            _fullPages = 0;
            _pagesBeforeGrowth *= 2;
        }

        _nextOffset += range.Expected;
        return true;
    }

    /// <summary>Takes the response to the oldest open request.</summary>
    /// <param name="range">The request.</param>
    /// <param name="received">The rows that were received.</param>
    /// <param name="reportedCount">The largest counter of the response for the whole listing; 0 if there is none.</param>
    /// <returns>Whether the requests after this one are still right; if not, they are to be discarded.</returns>
    public bool Accept(PageRange range, int received, long reportedCount)
    {
        var isCap = received > 0 && received == _shortPage && received >= _longest.Rows;
        var requested = isCap ? range with { Expected = received } : range;
        IsOver = !EndOfListing.HasMore(requested, received, reportedCount, _longest.Rows);
        Position = range.Offset + received;
        Pages++;

        // Rows beyond what was claimed prove that the counter counts the page, or that the listing grows.
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

    // One short page changes nothing. Two of the same length are a cap, but never below a page that was longer.
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

    private bool MayRequest(bool blindly)
    {
        if (_nextOffset == Position)
            return true; // the page that must come next: no speculation

        // The first page is requested alone, because it shows the page size, and so is the page after a short one.
        if (Pages == 0 || _isSizeUnclear || !_limitsAreRespected)
            return false;

        // A full page that ends at the total is not the last: whether rows follow must be requested, so it may be ahead.
        return KnowsTotal ? _nextOffset <= _reportedCount : blindly;
    }
}

/// <summary>The longest page of a listing so far, over all of its slices: the service caps no limit to less than that.</summary>
internal sealed class LongestPage
{
    public int Rows { get; private set; }

    public void Add(int rows) => Rows = Math.Max(Rows, rows);
}
