using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Telemetry;
using MediaMelon.SessionList.Transport;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Paging;

/// <summary>Walks a listing page by page. All state is made anew for each enumeration.</summary>
internal sealed class ListingWalk(
    SessionListTransport transport,
    Listing listing,
    ILogger logger,
    TimeProvider clock,
    CancellationToken caller) : IAsyncEnumerable<SessionPage>
{
    public IAsyncEnumerator<SessionPage> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        PagesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<SessionPage> PagesAsync([EnumeratorCancellation] CancellationToken enumerator)
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
                SessionPage? page;
                try
                {
                    ThrowIfCancelled(enumerator);
                    page = handout.IsDone ? null : await NextAsync(source, handout).ConfigureAwait(false);
                }
                catch (Exception failure)
                {
                    met = failure;
                    outcome = linked.IsCancellationRequested ? ListingReport.Cancelled : ListingReport.Failed;
                    (failure as SessionListException)?.MetAt(handout.At);
                    ThrowIfCancelled(enumerator);
                    throw;
                }

                if (page is null)
                {
                    outcome = ListingReport.Completed;
                    yield break;
                }

                report.Page(page.Sessions.Count);
                if (page.Sessions.Count > 0)
                    yield return page;
            }
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
            var isCancelled = outcome == ListingReport.Stopped && linked.IsCancellationRequested;
            report.End(isCancelled ? ListingReport.Cancelled : outcome, met);
        }
    }

    private static async ValueTask<SessionPage?> NextAsync(PageSource source, Handout handout) =>
        await source.NextAsync(handout.Wanted).ConfigureAwait(false) is { } page ? handout.Take(page) : null;

    // The argument's token comes first, should both be cancelled.
    private void ThrowIfCancelled(CancellationToken enumerator)
    {
        caller.ThrowIfCancellationRequested();
        enumerator.ThrowIfCancellationRequested();
    }
}
