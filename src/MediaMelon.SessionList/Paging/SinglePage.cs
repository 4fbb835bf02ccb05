using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>One page, by one request; by a second one where the service seems to return rows again.</summary>
internal sealed class SinglePage(SessionListTransport transport, Listing listing, ClientTelemetry telemetry)
{
    private readonly SessionCheckpoint _start = listing.Start;

    public async Task<SessionPage> GetAsync(CancellationToken cancellationToken)
    {
        var wanted = listing.Query.MaxSessions - _start.Delivered ?? long.MaxValue;
        if (wanted <= 0)
            return new() { Sessions = [], Offset = _start.Offset };

        var report = new SinglePageReport(telemetry, _start.Offset);
        try
        {
            var page = await GetAsync(wanted, report, cancellationToken).ConfigureAwait(false);
            report.End(page.Sessions.Count);
            return page;
        }
        catch (Exception failure)
        {
            report.Fail(failure);
            throw;
        }
    }

    private async Task<SessionPage> GetAsync(long wanted, SinglePageReport report, CancellationToken cancellationToken)
    {
        var plan = new PagePlan(_start.Offset, listing.Options.PageSize, listing.StartCap);
        _ = plan.TryNext(wanted, blindly: false, out var slot);
        var answer = await SendAsync(slot, report, cancellationToken).ConfigureAwait(false);
        plan.Accept(slot, answer.Sessions.Count, Claims.Largest(answer));
        report.Received(answer.UnreadableColumns);
        if (plan.IsOver && EndRule.IsEarly(plan.Position, Claims.Agreed(answer)))
            report.EndedEarly(plan.Position, Claims.Agreed(answer)!.Value);

        var detector = new RepetitionDetector(listing.FirstOffset, _start.Seen);
        var suspicion = detector.Inspect(answer.Sessions, slot, plan.IsOver);
        if (suspicion is { NeedsProof: true })
        {
            var earlier = await SendAsync(suspicion.Proof, report, cancellationToken).ConfigureAwait(false);
            suspicion = suspicion.IsProvenBy(earlier.Sessions) ? suspicion : null;
        }

        if (suspicion is { NewRows: 0 })
            throw Repeated(suspicion);

        if (suspicion is null)
            detector.Accept();

        var rows = suspicion?.NewRows ?? answer.Sessions.Count;
        var delivered = (int)Math.Min(rows, wanted);
        var isLast = delivered >= wanted || (suspicion is null && plan.IsOver);
        return new()
        {
            Sessions = delivered == answer.Sessions.Count ? answer.Sessions : [.. answer.Sessions.Take(delivered)],
            Offset = slot.Offset,
            Next = isLast ? null : listing.At(
                _start.Slice, slot.Offset + rows, plan.Cap, _start.Delivered + delivered, _start.Skipped, detector.Seen),
            TotalCount = answer.TotalCount,
            PageCount = answer.PageCount,
            TotalRecords = answer.TotalRecords,
            UnreadableValues = answer.UnreadableValues,
        };
    }

    private async Task<PageAnswer> SendAsync(PageSlot slot, SinglePageReport report, CancellationToken cancellationToken) =>
        await PageRequests.SendAsync(transport, listing.Query, slot, report.StartPage(slot.Offset, slot.Limit), cancellationToken)
            .ConfigureAwait(false);

    private SessionListResponseException Repeated(Suspicion suspicion)
    {
        var failure = suspicion.ToException();
        failure.MetAt(_start);
        return failure;
    }
}
