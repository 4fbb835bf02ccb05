using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Enumerates a listing page by page. Each enumeration has its own state.</summary>
/// <param name="transport">Requests the pages.</param>
/// <param name="listing">The listing.</param>
/// <param name="view">Creates the page to return from the page of sessions and the response.</param>
/// <param name="telemetry">The telemetry of the client.</param>
/// <param name="caller">The token of the call, which cancels every enumeration.</param>
internal sealed class ListingPages<TPage>(
    SessionListTransport transport,
    Listing listing,
    Func<SessionPage, PageResponse, TPage> view,
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
        Exception? exception = null;

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(caller, enumerator);
        var source = new PageSource(transport, listing, report, linked.Token);
        var filter = new PageFilter(listing, report);
        try
        {
            while (true)
            {
                ReceivedPage? received;
                SessionPage? page;
                try
                {
                    ThrowIfCancelled(enumerator);
                    received = await NextAsync(source, filter).ConfigureAwait(false);
                    page = received is null ? null : filter.Take(received);
                }
                catch (Exception failure)
                {
                    exception = failure;
                    outcome = linked.IsCancellationRequested ? ListingReport.Cancelled : ListingReport.Failed;
                    (failure as SessionListException)?.SetResumeFrom(filter.Checkpoint);
                    ThrowIfCancelled(enumerator);
                    throw;
                }

                if (received is null || page is null)
                {
                    outcome = ListingReport.Completed;
                    yield break;
                }

                report.Page(page.Sessions.Count, received.Response.UnreadableColumns);
                if (page.Sessions.Count > 0)
                    yield return view(page, received.Response);
            }
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
            var isCancelled = outcome == ListingReport.Stopped && linked.IsCancellationRequested;
            report.End(isCancelled ? ListingReport.Cancelled : outcome, exception);
        }
    }

    private static async ValueTask<ReceivedPage?> NextAsync(PageSource source, PageFilter filter)
    {
        if (filter.IsComplete)
            return null;

        if (filter.Failure is { } failure)
            throw failure;

        var page = await source.NextAsync(filter.Wanted).ConfigureAwait(false);
        if (page is null || filter.Inspect(page) is not { } suspicion)
            return page;

        if (!suspicion.NeedsConfirmation || await ConfirmRepetitionAsync(source, page.Slice, suspicion).ConfigureAwait(false))
            filter.Reject(suspicion);

        return page;
    }

    private static async Task<bool> ConfirmRepetitionAsync(PageSource source, Slice slice, Suspicion suspicion)
    {
        var earlier = await source.RequestAgainAsync(slice, suspicion.PageToCompare).ConfigureAwait(false);
        return suspicion.IsConfirmedBy(earlier.Sessions);
    }

    // If both tokens are cancelled, the exception has that of the call.
    private void ThrowIfCancelled(CancellationToken enumerator)
    {
        caller.ThrowIfCancellationRequested();
        enumerator.ThrowIfCancellationRequested();
    }
}
