using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Returns the pages of a listing in order, with as many concurrent requests as the options allow.</summary>
internal sealed class PageSource(SessionListTransport transport, Listing listing, ListingReport report,
    CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly RequestWindow _window = new(listing.Options.MaxConcurrentRequests, transport.Gate);
    private readonly LongestPage _longest = new();
    private readonly List<SliceRequests> _slices = []; // in the order of the listing
    private long? _nextSlice = listing.Start.Slice;
    private long _nextOffset = listing.Start.Offset;
    private PageCap _nextCap = listing.StartCap;
    private int _pagesPerSlice = 1;
    private bool _hasReturnedPages;

    /// <summary>Gets the next page in order. Null after the last page.</summary>
    /// <param name="wanted">The number of rows that are still wanted.</param>
    public async ValueTask<ReceivedPage?> NextAsync(long wanted)
    {
        while (true)
        {
            await FillAsync(wanted).ConfigureAwait(false);
            if (_slices.Count == 0)
                return null;

            if (_slices[0].IsFinished)
            {
                await CloseFirstAsync().ConfigureAwait(false);
                continue;
            }

            ReceivedPage? page;
            while (!_slices[0].TryTake(out page))
                await _slices[0].ReceiveOldestAsync(_window).ConfigureAwait(false);

            _hasReturnedPages = true;
            return page;
        }
    }

    /// <summary>Requests a page again for comparison. At most N - 1 other requests are in flight at that time.</summary>
    public async Task<PageResponse> RequestAgainAsync(Slice slice, PageRange range) =>
        await PageRequests.SendAsync(
            transport, slice.Query, range, report.StartPage(range.Offset, range.Limit), cancellationToken).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        foreach (var slice in _slices)
            await slice.StopAsync().ConfigureAwait(false);

        _slices.Clear();
    }

    private async ValueTask FillAsync(long wanted)
    {
        foreach (var slice in _slices)
            await slice.ReceiveCompletedAsync(_window).ConfigureAwait(false);

        // Pending rows of earlier slices are returned first, so they reduce the number. Those of later slices do not.
        var stillWanted = wanted;
        for (var i = 0; i < _slices.Count || TryOpen(stillWanted); i++)
        {
            var isFirst = i == 0;
            var slice = _slices[i];
            while (HasCapacity(isFirst)
                && slice.Plan.TryNext(
                    RowsToRequest(stillWanted - slice.PendingRows, isFirst), speculative: isFirst, out var range))
                slice.Request(range);

            stillWanted -= slice.PendingRows;
        }
    }

    // Later slices request only whole pages, so that a listing sends the same limits with any concurrency.
    private long RowsToRequest(long stillWanted, bool isFirst) =>
        isFirst || stillWanted >= listing.Options.PageSize ? stillWanted : 0;

    // The first slice may always request a page if it has none pending, so that other slices do not block it.
    private bool HasCapacity(bool isFirst) => isFirst
        ? PendingPages() < _window.Size || _slices[0].PendingPages == 0
        : PendingPages() < _window.Size && PendingPages() - _slices[0].PendingPages < _window.Size - 1;

    private bool TryOpen(long stillWanted)
    {
        if (_nextSlice is not { } number)
            return false;

        // The first page is requested alone, because it shows the size of a page and of a slice.
        if (_slices.Count > 0 && (!_hasReturnedPages || _slices.Count > SlicesAhead() || !HasCapacity(isFirst: false)
            || RowsToRequest(stillWanted, isFirst: false) <= 0))
            return false;

        var slice = listing.Slicing?.GetSlice(number) ?? Slice.Whole(listing.Query);
        var plan = new PagePlan(_nextOffset, listing.Options.PageSize, _nextCap, _longest);
        _slices.Add(new(slice, plan, transport, report, cancellationToken));

        _nextSlice = listing.Slicing?.GetNext(number);
        _nextOffset = 0;
        _nextCap = default;
        return true;
    }

    // The more pages a slice has, the fewer slices are open.
    private int SlicesAhead()
    {
        var pages = Math.Max(_pagesPerSlice, _slices[0].Plan.Pages + (_slices[0].Plan.IsOver ? 0 : 1));
        return (_window.Size + pages - 1) / pages;
    }

    private async ValueTask CloseFirstAsync()
    {
        var first = _slices[0];
        _slices.RemoveAt(0);
        _pagesPerSlice = Math.Max(1, first.Plan.Pages);
        await first.StopAsync().ConfigureAwait(false);
    }

    private int PendingPages() => _slices.Sum(slice => slice.PendingPages);
}
