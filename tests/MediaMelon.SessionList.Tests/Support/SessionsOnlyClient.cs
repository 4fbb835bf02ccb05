namespace MediaMelon.SessionList.Tests.Support;

/// <summary>A third-party client that implements only the required members of the interface.</summary>
internal sealed class SessionsOnlyClient(ISessionListClient client) : ISessionListClient
{
    public IAsyncEnumerable<VideoSession> ListSessionsAsync(
        SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
        client.ListSessionsAsync(query, paging, resumeFrom, cancellationToken);

    public IAsyncEnumerable<SessionPage> ListPagesAsync(
        SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
        client.ListPagesAsync(query, paging, resumeFrom, cancellationToken);

    public Task<SessionPage> GetPageAsync(
        SessionQuery query, PagingOptions? paging = null, SessionCheckpoint? resumeFrom = null, CancellationToken cancellationToken = default) =>
        client.GetPageAsync(query, paging, resumeFrom, cancellationToken);
}
