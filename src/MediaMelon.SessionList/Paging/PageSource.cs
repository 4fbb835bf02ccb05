using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>Brings the pages of a listing in order, asking for several at a time where the options allow it.</summary>
internal sealed class PageSource(SessionListTransport transport, Listing listing, ListingReport report,
    CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly RequestWindow _window = new(listing.Options.MaxConcurrentRequests, transport.Gate);
    private readonly LongestPage _longest = new();
    private readonly List<SliceRequests> _open = []; // in the order of the listing
    private long? _nextSlice = listing.Start.Slice;
    private long _nextOffset = listing.Start.Offset;
    private PageCap _nextCap = listing.StartCap;
    private int _pagesPerSlice = 1;
    private bool _hasBroughtPages;

    /// <summary>The next page in order; null after the last.</summary>
    /// <param name="wanted">How many more rows are wanted.</param>
    public async ValueTask<ArrivedPage?> NextAsync(long wanted)
    {
        while (true)
        {
            await FillAsync(wanted).ConfigureAwait(false);
            if (_open.Count == 0)
                return null;

            if (_open[0].IsFinished)
            {
                await CloseFirstAsync().ConfigureAwait(false);
                continue;
            }

            ArrivedPage? page;
            while (!_open[0].TryTake(out page))
                await _open[0].TakeInOldestAsync(_window).ConfigureAwait(false);

            _hasBroughtPages = true;
            return page;
        }
    }

    /// <summary>Requests a page once more, to compare it. At most N - 1 other requests are in flight then.</summary>
    public async Task<PageAnswer> RequestAgainAsync(Slice slice, PageSlot slot) =>
        await PageRequests.SendAsync(
            transport, slice.Query, slot, report.StartPage(slot.Offset, slot.Limit), cancellationToken).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        foreach (var slice in _open)
            await slice.StopAsync().ConfigureAwait(false);

        _open.Clear();
    }

    private async ValueTask FillAsync(long wanted)
    {
        foreach (var slice in _open)
            await slice.TakeInAsync(_window).ConfigureAwait(false);

        // What earlier slices hold comes first; what later ones hold does not count.
        var stillWanted = wanted;
        for (var i = 0; i < _open.Count || TryOpen(stillWanted); i++)
        {
            var isFirst = i == 0;
            while (HasRoom(isFirst)
                && _open[i].Plan.TryNext(Share(stillWanted - _open[i].RowsHeld, isFirst), blindly: isFirst, out var slot))
                _open[i].Ask(slot);

            stillWanted -= _open[i].RowsHeld;
        }
    }

    // Later slices ask for whole pages or not at all: so a listing sends the same limits whatever the concurrency.
    private long Share(long stillWanted, bool isFirst) => isFirst || stillWanted >= listing.Options.PageSize ? stillWanted : 0;

    // The first slice may always ask when it holds nothing: the others must not keep it from going on.
    private bool HasRoom(bool isFirst) => isFirst
        ? Held() < _window.Size || _open[0].Held == 0
        : Held() < _window.Size && Held() - _open[0].Held < _window.Size - 1;

    private bool TryOpen(long stillWanted)
    {
        if (_nextSlice is not { } number)
            return false;

        // The very first page goes alone: it teaches how much a page, and a slice, holds.
        if (_open.Count > 0 && (!_hasBroughtPages || _open.Count > SlicesAhead() || !HasRoom(isFirst: false)
            || Share(stillWanted, isFirst: false) <= 0))
            return false;

        var slice = listing.Slicing?.At(number) ?? Slice.Whole(listing.Query);
        var plan = new PagePlan(_nextOffset, listing.Options.PageSize, _nextCap, _longest);
        _open.Add(new(slice, plan, transport, report, cancellationToken));

        _nextSlice = listing.Slicing?.After(number);
        _nextOffset = 0;
        _nextCap = default;
        return true;
    }

    // Slices that hold many pages leave no room for many slices.
    private int SlicesAhead()
    {
        var pages = Math.Max(_pagesPerSlice, _open[0].Plan.Pages + (_open[0].Plan.IsOver ? 0 : 1));
        return (_window.Size + pages - 1) / pages;
    }

    private async ValueTask CloseFirstAsync()
    {
        var first = _open[0];
        _open.RemoveAt(0);
        _pagesPerSlice = Math.Max(1, first.Plan.Pages);
        await first.StopAsync().ConfigureAwait(false);
    }

    private int Held() => _open.Sum(slice => slice.Held);
}
