using System.Runtime.CompilerServices;
using MediaMelon.SessionList;
using SessionExplorer.Progress;

namespace SessionExplorer.Sources;

/// <summary>Reads a listing page by page, reports the progress, and returns the sessions.</summary>
internal sealed class SessionReader(ISessionListClient client, ProgressLine progress, UnreadableValues unreadable)
{
    public async IAsyncEnumerable<VideoSession> ReadAsync(
        SessionQuery query,
        PagingOptions? paging,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress.Begin(query, paging);
        try
        {
            await foreach (var page in client.ListPagesAsync(query, paging, cancellationToken: cancellationToken))
            {
                progress.Report(page);
                unreadable.Add(page.Sessions, query.Columns);
                foreach (var session in page.Sessions)
                    yield return session;
            }
        }
        finally
        {
            progress.End(isInterrupted: cancellationToken.IsCancellationRequested);
        }
    }
}
