using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Gets one page. It sends a second request only if the service seems to repeat rows.</summary>
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
        _ = plan.TryNext(wanted, speculative: false, out var range);
        var response = await SendAsync(range, report, cancellationToken).ConfigureAwait(false);
        plan.Accept(range, response.Sessions.Count, ReportedTotals.LargestCount(response));
        report.Received(response.UnreadableColumns);
        if (plan.IsOver && EndOfListing.IsEarly(plan.Position, ReportedTotals.AgreedTotal(response)))
            report.EndedEarly(plan.Position, ReportedTotals.AgreedTotal(response)!.Value);

        var detector = new RepetitionDetector(listing.FirstOffset, _start.Seen);
        var suspicion = detector.Inspect(response.Sessions, range, plan.IsOver);
        if (suspicion is { NeedsConfirmation: true })
        {
            var earlier = await SendAsync(suspicion.PageToCompare, report, cancellationToken).ConfigureAwait(false);
            suspicion = suspicion.IsConfirmedBy(earlier.Sessions) ? suspicion : null;
        }

        if (suspicion is { NewRows: 0 })
            throw Repeated(suspicion);

        if (suspicion is null)
            detector.Accept();

        var rows = suspicion?.NewRows ?? response.Sessions.Count;
        var delivered = (int)Math.Min(rows, wanted);
        var isLast = delivered >= wanted || (suspicion is null && plan.IsOver);
        return new()
        {
            Sessions = delivered == response.Sessions.Count ? response.Sessions : [.. response.Sessions.Take(delivered)],
            Offset = range.Offset,
            Next = isLast ? null : listing.CheckpointAt(
                _start.Slice, range.Offset + rows, plan.Cap, _start.Delivered + delivered, _start.Skipped, detector.Seen),
            TotalCount = response.TotalCount,
            PageCount = response.PageCount,
            TotalRecords = response.TotalRecords,
            UnreadableValues = response.UnreadableValues,
        };
    }

    private async Task<PageResponse> SendAsync(PageRange range, SinglePageReport report, CancellationToken cancellationToken) =>
        await PageRequests.SendAsync(
                transport, listing.Query, range, report.StartPage(range.Offset, range.Limit), cancellationToken)
            .ConfigureAwait(false);

    private SessionListResponseException Repeated(Suspicion suspicion)
    {
        var failure = suspicion.ToException();
        failure.SetResumeFrom(_start);
        return failure;
    }
}
