using System.Text.Json.Serialization.Metadata;

namespace MediaMelon.SessionList;

/// <summary>Overloads with only a query and a cancellation token.</summary>
public static class SessionListClientExtensions
{
    /// <inheritdoc cref="ISessionListClient.ListSessionsAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    public static IAsyncEnumerable<VideoSession> ListSessionsAsync(
        this ISessionListClient client,
        SessionQuery query,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ListSessionsAsync(query, paging: null, resumeFrom: null, cancellationToken);
    }

    /// <inheritdoc cref="ISessionListClient.ListPagesAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    public static IAsyncEnumerable<SessionPage> ListPagesAsync(
        this ISessionListClient client,
        SessionQuery query,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ListPagesAsync(query, paging: null, resumeFrom: null, cancellationToken);
    }

    /// <inheritdoc cref="ISessionListClient.ListRowsAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="query">The query.</param>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    public static IAsyncEnumerable<TRow> ListRowsAsync<TRow>(
        this ISessionListClient client,
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ListRowsAsync(query, rowType, paging: null, resumeFrom: null, cancellationToken);
    }

    /// <inheritdoc cref="ISessionListClient.ListRowPagesAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="query">The query.</param>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    public static IAsyncEnumerable<RowPage<TRow>> ListRowPagesAsync<TRow>(
        this ISessionListClient client,
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ListRowPagesAsync(query, rowType, paging: null, resumeFrom: null, cancellationToken);
    }

    /// <inheritdoc cref="ISessionListClient.GetPageAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static Task<SessionPage> GetPageAsync(
        this ISessionListClient client,
        SessionQuery query,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetPageAsync(query, paging: null, resumeFrom: null, cancellationToken);
    }
}
