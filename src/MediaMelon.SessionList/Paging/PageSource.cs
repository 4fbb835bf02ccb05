using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>Brings the pages of a listing in order, asking for several at a time where the options allow it.</summary>
internal sealed class PageSource(SessionListTransport transport, Listing listing, ListingReport report, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly RequestWindow _window = new(listing.Options.MaxConcurrentRequests);
    private readonly List<SliceRequests> _open = []; // in the order of the listing
    private long? _nextSlice = listing.Start.Slice;
    private long _nextOffset = listing.Start.Offset;
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

            var page = await _open[0].NextAsync(_window).ConfigureAwait(false);
            _hasBroughtPages = true;
            return page;
        }
    }

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

        for (var i = 0; i < _open.Count || TryOpen(wanted); i++)
        {
            var isFirst = i == 0;
            while (HasRoom(isFirst) && _open[i].Plan.TryNext(wanted - RowsHeld(), blindly: isFirst, out var slot))
                _open[i].Ask(slot);
        }
    }

    // The first slice may always ask when it holds nothing: the others must not keep it from going on.
    private bool HasRoom(bool isFirst) => isFirst
        ? Held() < _window.Size || _open[0].Held == 0
        : Held() < _window.Size && Held() - _open[0].Held < _window.Size - 1;

    private bool TryOpen(long wanted)
    {
        if (_nextSlice is not { } number)
            return false;

        // The very first page goes alone: it teaches how much a page, and a slice, holds.
        if (_open.Count > 0 && (!_hasBroughtPages || _open.Count > SlicesAhead() || !HasRoom(isFirst: false) || wanted <= RowsHeld()))
            return false;

        var slice = listing.Slicing?.At(number) ?? Slice.Whole(listing.Query);
        var plan = new PagePlan(_nextOffset, listing.Options.PageSize);
        _open.Add(new(slice, plan, transport, report, cancellationToken));

        _nextSlice = listing.Slicing?.After(number);
        _nextOffset = 0;
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

    private long RowsHeld() => _open.Sum(slice => slice.RowsHeld);
}
