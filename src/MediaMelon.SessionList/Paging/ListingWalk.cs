using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Paging;

/// <summary>Walks a listing page by page. All state is made anew for each enumeration.</summary>
/// <param name="transport">Brings the pages.</param>
/// <param name="listing">What to walk.</param>
/// <param name="view">A page as it is handed out, of the page as the walk sees it and the answer that it was made of.</param>
/// <param name="logger">Takes the log.</param>
/// <param name="clock">Times the walk.</param>
/// <param name="caller">Cancels every enumeration.</param>
internal sealed class ListingWalk<TPage>(
    SessionListTransport transport,
    Listing listing,
    Func<SessionPage, PageAnswer, TPage> view,
    ILogger logger,
    TimeProvider clock,
    CancellationToken caller) : IAsyncEnumerable<TPage>
{
    public IAsyncEnumerator<TPage> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        PagesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<TPage> PagesAsync([EnumeratorCancellation] CancellationToken enumerator)
    {
        ThrowIfCancelled(enumerator);

        var report = new ListingReport(logger, clock);
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
                    arrived = handout.IsDone ? null : await source.NextAsync(handout.Wanted).ConfigureAwait(false);
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

                report.Page(page.Sessions.Count);
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

    // The argument's token comes first, should both be cancelled.
    private void ThrowIfCancelled(CancellationToken enumerator)
    {
        caller.ThrowIfCancellationRequested();
        enumerator.ThrowIfCancellationRequested();
    }
}
