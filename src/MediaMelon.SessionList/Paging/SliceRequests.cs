using System.Diagnostics.CodeAnalysis;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>The requests of one slice that are in flight, and its responses that are not yet returned.</summary>
internal sealed class SliceRequests(Slice slice, PagePlan plan, SessionListTransport transport, ListingReport report,
    CancellationToken cancellationToken)
{
    private readonly Queue<PageRequest> _inFlight = new();
    private readonly Queue<ReceivedPage> _received = new();
    private (int Limit, int Received)? _shortPage;
    private long? _agreedTotal;
    private CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    public PagePlan Plan { get; } = plan;

    /// <summary>The number of pages in flight or received and not yet returned.</summary>
    public int PendingPages => _inFlight.Count + _received.Count;

    /// <summary>The number of expected rows of the pending pages.</summary>
    public long PendingRows
    {
        get
        {
            var rows = 0L;
            foreach (var request in _inFlight)
                rows += request.Range.Expected;

            foreach (var page in _received)
                rows += page.Range.Expected;

            return rows;
        }
    }

    public bool IsFinished => Plan.IsOver && PendingPages == 0;

    public void Request(PageRange range) => _inFlight.Enqueue(new(range, SendAsync(range, _cancellation.Token)));

    /// <summary>Processes the responses that have arrived, without waiting for more.</summary>
    public async ValueTask ReceiveCompletedAsync(RequestWindow window)
    {
        while (_inFlight.TryPeek(out var oldest) && oldest.Response.IsCompletedSuccessfully)
            await ReceiveOldestAsync(window).ConfigureAwait(false);
    }

    /// <summary>Gets the next page in order if it has been received. Otherwise the caller waits for the oldest request.</summary>
    public bool TryTake([NotNullWhen(true)] out ReceivedPage? page) => _received.TryDequeue(out page);

    /// <summary>Cancels the requests in flight, and waits until they have ended.</summary>
    public async ValueTask StopAsync()
    {
        report.DiscardedRequests(PendingPages);
        _received.Clear();
        await CancelAsync().ConfigureAwait(false);
        _cancellation.Dispose();
    }

    /// <summary>Waits for the oldest request, and processes its response.</summary>
    public async ValueTask ReceiveOldestAsync(RequestWindow window)
    {
        var (range, request) = _inFlight.Dequeue();
        var response = await request.ConfigureAwait(false);

        if (window.WasThrottled(out var size))
            report.Throttled(size);

        var received = response.Sessions.Count;
        var areOthersValid = Plan.Accept(range, received, ReportedTotals.LargestCount(response));
        _received.Enqueue(new(slice, range, response, Plan.Position, Plan.Cap, Plan.IsOver));

        // Rows after a short page prove that it was capped. Before that, it may have been the last page.
        if (received > 0 && _shortPage is { } capped)
            report.PageSizeCapped(capped.Limit, capped.Received);

        _shortPage = !Plan.IsOver && received < range.Expected ? (range.Limit, received) : null;

        _agreedTotal = ReportedTotals.AgreedTotal(response) ?? _agreedTotal;
        if (Plan.IsOver && EndOfListing.IsEarly(Plan.Position, _agreedTotal))
            report.EndedEarly(Plan.Position, _agreedTotal!.Value);

        if (!areOthersValid && _inFlight.Count > 0)
        {
            report.DiscardedRequests(_inFlight.Count);
            await CancelAsync().ConfigureAwait(false);
            _cancellation.Dispose();
            _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }
    }

    // The span of a page is current only within this method.
    private async Task<PageResponse> SendAsync(PageRange range, CancellationToken token) =>
        await PageRequests.SendAsync(transport, slice.Query, range, report.StartPage(range.Offset, range.Limit), token)
            .ConfigureAwait(false);

    private async ValueTask CancelAsync()
    {
        await _cancellation.CancelAsync().ConfigureAwait(false);
        while (_inFlight.TryDequeue(out var request))
            await ((Task)request.Response).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record PageRequest(PageRange Range, Task<PageResponse> Response);
}
