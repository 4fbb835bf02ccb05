using System.Diagnostics.CodeAnalysis;
using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>The requests of one slice: those under way, and those answered but not yet handed out.</summary>
internal sealed class SliceRequests(Slice slice, PagePlan plan, SessionListTransport transport, ListingReport report,
    CancellationToken cancellationToken)
{
    private readonly Queue<PageRequest> _underWay = new();
    private readonly Queue<ArrivedPage> _arrived = new();
    private (int Limit, int Received)? _shortPage;
    private long? _agreed;
    private CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    public PagePlan Plan { get; } = plan;

    /// <summary>Pages that take room: asked for, or arrived and waiting.</summary>
    public int Held => _underWay.Count + _arrived.Count;

    /// <summary>Rows that the held pages were asked to bring.</summary>
    public long RowsHeld
    {
        get
        {
            var rows = 0L;
            foreach (var request in _underWay)
                rows += request.Slot.Expected;

            foreach (var page in _arrived)
                rows += page.Slot.Expected;

            return rows;
        }
    }

    public bool IsFinished => Plan.IsOver && Held == 0;

    public void Ask(PageSlot slot) => _underWay.Enqueue(new(slot, AskAsync(slot, _cancellation.Token)));

    /// <summary>Takes in what has arrived, without waiting for more.</summary>
    public async ValueTask TakeInAsync(RequestWindow window)
    {
        while (_underWay.TryPeek(out var oldest) && oldest.Answer.IsCompletedSuccessfully)
            await TakeInOldestAsync(window).ConfigureAwait(false);
    }

    /// <summary>The next page in order, if it was taken in; else the oldest request is to be waited for.</summary>
    public bool TryTake([NotNullWhen(true)] out ArrivedPage? page) => _arrived.TryDequeue(out page);

    /// <summary>Cancels what is under way, and waits until it is over.</summary>
    public async ValueTask StopAsync()
    {
        report.DiscardedRequests(Held);
        _arrived.Clear();
        await CancelAsync().ConfigureAwait(false);
        _cancellation.Dispose();
    }

    /// <summary>Waits for the oldest request, and takes its answer in.</summary>
    public async ValueTask TakeInOldestAsync(RequestWindow window)
    {
        var (slot, request) = _underWay.Dequeue();
        var answer = await request.ConfigureAwait(false);

        if (window.WasThrottled(out var size))
            report.Throttled(size);

        var received = answer.Sessions.Count;
        var othersAreRight = Plan.Accept(slot, received, Claims.Largest(answer));
        _arrived.Enqueue(new(slice, slot, answer, Plan.Position, Plan.Cap, Plan.IsOver));

        // Rows after a short page prove that it was capped; until then it may as well have been the last.
        if (received > 0 && _shortPage is { } capped)
            report.LimitCut(capped.Limit, capped.Received);

        _shortPage = !Plan.IsOver && received < slot.Expected ? (slot.Limit, received) : null;

        _agreed = Claims.Agreed(answer) ?? _agreed;
        if (Plan.IsOver && EndRule.IsEarly(Plan.Position, _agreed))
            report.EndedEarly(Plan.Position, _agreed!.Value);

        if (!othersAreRight && _underWay.Count > 0)
        {
            report.DiscardedRequests(_underWay.Count);
            await CancelAsync().ConfigureAwait(false);
            _cancellation.Dispose();
            _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }
    }

    // The span of a page is current only inside of this method.
    private async Task<PageAnswer> AskAsync(PageSlot slot, CancellationToken token) =>
        await PageRequests.SendAsync(transport, slice.Query, slot, report.StartPage(slot.Offset, slot.Limit), token)
            .ConfigureAwait(false);

    private async ValueTask CancelAsync()
    {
        await _cancellation.CancelAsync().ConfigureAwait(false);
        while (_underWay.TryDequeue(out var request))
            await ((Task)request.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record PageRequest(PageSlot Slot, Task<PageAnswer> Answer);
}
