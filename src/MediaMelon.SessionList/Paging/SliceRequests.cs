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
                rows += request.Slot.Limit;

            foreach (var page in _arrived)
                rows += page.Slot.Limit;

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
        report.UselessRequests(Held);
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
        _arrived.Enqueue(new(slice, slot, answer, Plan.Position, Plan.CutTo, Plan.IsOver));

        // Rows behind a short page prove that it was cut; until then it may just as well have been the last.
        if (received > 0 && _shortPage is { } cut)
            report.LimitCut(cut.Limit, cut.Received);

        _shortPage = !Plan.IsOver && received < slot.Limit ? (slot.Limit, received) : null;

        if (!othersAreRight && _underWay.Count > 0)
        {
            report.UselessRequests(_underWay.Count);
            await CancelAsync().ConfigureAwait(false);
            _cancellation.Dispose();
            _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }
    }

    private async Task<PageAnswer> AskAsync(PageSlot slot, CancellationToken token)
    {
        var page = report.StartPage(slot.Offset, slot.Limit);
        try
        {
            var answer = await transport.GetPageAsync(slice.Query, slot.Limit, slot.Offset, token).ConfigureAwait(false);
            page.Succeed(answer.Sessions.Count, answer.Attempts);
            return answer;
        }
        catch (Exception failure)
        {
            page.Fail(failure);
            throw;
        }
    }

    private async ValueTask CancelAsync()
    {
        await _cancellation.CancelAsync().ConfigureAwait(false);
        while (_underWay.TryDequeue(out var request))
            await ((Task)request.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record PageRequest(PageSlot Slot, Task<PageAnswer> Answer);
}
