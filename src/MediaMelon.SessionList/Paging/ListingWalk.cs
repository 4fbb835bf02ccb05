using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>Reads a listing page by page. All state is new for each enumeration.</summary>
/// <param name="transport">Requests the pages.</param>
/// <param name="listing">What to read.</param>
/// <param name="view">Creates the page to return, from the page and the response that it was made of.</param>
/// <param name="telemetry">Takes the log, and measures time.</param>
/// <param name="caller">Cancels every enumeration.</param>
internal sealed class ListingWalk<TPage>(
    SessionListTransport transport,
    Listing listing,
    Func<SessionPage, PageAnswer, TPage> view,
    ClientTelemetry telemetry,
    CancellationToken caller) : IAsyncEnumerable<TPage>
{
    public IAsyncEnumerator<TPage> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        PagesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<TPage> PagesAsync([EnumeratorCancellation] CancellationToken enumerator)
    {
        ThrowIfCancelled(enumerator);

        var report = new ListingReport(telemetry);
        var outcome = ListingReport.Stopped;
        Exception? met = null;

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(caller, enumerator);
        var source = new PageSource(transport, listing, report, linked.Token);
        var handout = new Handout(listing, report);
        try
        {
            while (true)
            {
                ArrivedPage? arrived;
                SessionPage? page;
                try
                {
                    ThrowIfCancelled(enumerator);
                    arrived = await NextAsync(source, handout).ConfigureAwait(false);
                    page = arrived is null ? null : handout.Take(arrived);
                }
                catch (Exception failure)
                {
                    met = failure;
                    outcome = linked.IsCancellationRequested ? ListingReport.Cancelled : ListingReport.Failed;
                    (failure as SessionListException)?.MetAt(handout.At);
                    ThrowIfCancelled(enumerator);
                    throw;
                }

                if (arrived is null || page is null)
                {
                    outcome = ListingReport.Completed;
                    yield break;
                }

                report.Page(page.Sessions.Count, arrived.Answer.UnreadableColumns);
                if (page.Sessions.Count > 0)
                    yield return view(page, arrived.Answer);
            }
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
            var isCancelled = outcome == ListingReport.Stopped && linked.IsCancellationRequested;
            report.End(isCancelled ? ListingReport.Cancelled : outcome, met);
        }
    }

    private static async ValueTask<ArrivedPage?> NextAsync(PageSource source, Handout handout)
    {
        if (handout.IsDone)
            return null;

        if (handout.Failure is { } failure)
            throw failure;

        var page = await source.NextAsync(handout.Wanted).ConfigureAwait(false);
        if (page is null || handout.Inspect(page) is not { } suspicion)
            return page;

        if (!suspicion.NeedsProof || await ProvesAsync(source, page.Slice, suspicion).ConfigureAwait(false))
            handout.Reject(suspicion);

        return page;
    }

    private static async Task<bool> ProvesAsync(PageSource source, Slice slice, Suspicion suspicion)
    {
        var earlier = await source.RequestAgainAsync(slice, suspicion.Proof).ConfigureAwait(false);
        return suspicion.IsProvenBy(earlier.Sessions);
    }

    // The argument's token comes first, should both be cancelled.
    private void ThrowIfCancelled(CancellationToken enumerator)
    {
        caller.ThrowIfCancellationRequested();
        enumerator.ThrowIfCancellationRequested();
    }
}
