namespace MediaMelon.SessionList.Tests.Support;

/// <summary>A client of somebody else's: it has what the interface asked for at first, and the bodies that came with the rest.</summary>
internal sealed class SessionsOnly(ISessionListClient client) : ISessionListClient
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
