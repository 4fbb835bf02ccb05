using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList;

/// <summary>Lists playback sessions of a customer.</summary>
/// <remarks>
/// You can implement this interface for tests: new members will have a default implementation. The <c>paging</c> argument
/// replaces all paging options of the client, and the method copies it. <c>resumeFrom</c> continues where an earlier listing of
/// the same query stopped. A checkpoint contains its slicing, which takes precedence over <see cref="PagingOptions.SliceBy"/>.
/// Both the token argument and the token of <c>WithCancellation</c> cancel a listing.
/// </remarks>
public interface ISessionListClient
{
    /// <summary>Lists every session of the query, page by page.</summary>
    /// <remarks>
    /// Nothing is requested before the first MoveNextAsync. Every enumeration starts a new listing. Stopping early cancels the
    /// requests in flight.
    /// </remarks>
    /// <param name="query">The query.</param>
    /// <param name="paging">The paging options. If null, those of the client.</param>
    /// <param name="resumeFrom">The checkpoint to continue from. If null, the listing starts at the beginning.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    /// <exception cref="ArgumentException">
    /// The paging options are out of range or do not fit the query's order, or the checkpoint belongs to another query or period.
    /// Thrown by the call itself.
    /// </exception>
    /// <exception cref="ArgumentNullException">The query is null. Thrown by the call itself.</exception>
    /// <exception cref="SessionListApiException">While enumerating: the service returned a non-success status code.</exception>
    /// <exception cref="SessionListResponseException">While enumerating: the response is not a session list.</exception>
    /// <exception cref="SessionListConnectionException">
    /// While enumerating: the service was not reached, or did not respond in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// While enumerating: a token was cancelled. The exception contains that token.
    /// </exception>
    IAsyncEnumerable<VideoSession> ListSessionsAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the pages of the same listing. Each page has the checkpoint to continue from. Pages without sessions are not
    /// returned.
    /// </summary>
    /// <inheritdoc cref="ListSessionsAsync"/>
    IAsyncEnumerable<SessionPage> ListPagesAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists every session of the query as a custom type. The JSON contract of the type is used without reflection, so the method
    /// is compatible with ahead-of-time compilation.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The pagination is that of <see cref="ListSessionsAsync"/>. <c>query.Select(rowType)</c> requests the fields that the type
    /// has. This method does not change the query. Fields without a property are ignored.
    /// </para>
    /// <para>
    /// Values are read as leniently as those of a <see cref="VideoSession"/>. A property with a custom converter gets the value
    /// unchanged. See docs/rows.md.
    /// </para>
    /// </remarks>
    /// <param name="query">The query.</param>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <param name="paging">The paging options. If null, those of the client.</param>
    /// <param name="resumeFrom">The checkpoint to continue from. If null, the listing starts at the beginning.</param>
    /// <param name="cancellationToken">Cancels the listing, including its requests.</param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="ListSessionsAsync"/>, or the type has no JSON properties. Thrown by the call itself.
    /// </exception>
    /// <exception cref="SessionListApiException">While enumerating: the service returned a non-success status code.</exception>
    /// <exception cref="SessionListResponseException">
    /// While enumerating: the response is not a session list, or a row cannot be read into the type. The message names the
    /// property and never shows a value.
    /// </exception>
    /// <exception cref="SessionListConnectionException">
    /// While enumerating: the service was not reached, or did not respond in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// While enumerating: a token was cancelled. The exception contains that token.
    /// </exception>
    IAsyncEnumerable<TRow> ListRowsAsync<TRow>(
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default) =>
        new PageItems<RowPage<TRow>, TRow>(
            ListRowPagesAsync(query, rowType, paging, resumeFrom, cancellationToken),
            page => page.Rows,
            cancellationToken);

    /// <summary>Lists the pages of the same rows. Each page has the checkpoint to continue from.</summary>
    /// <inheritdoc cref="ListRowsAsync"/>
    IAsyncEnumerable<RowPage<TRow>> ListRowPagesAsync<TRow>(
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default)
    {
        // For implementations that only list sessions. SessionListClient overrides this method.
        var listing = Listing.Create(query, paging ?? new(), resumeFrom);
        var type = RowType<TRow>.Create(rowType);
        return SessionRows.ReadAsync(ListPagesAsync(query, paging, resumeFrom, cancellationToken), type, listing.Start, default);
    }

    /// <summary>
    /// Gets one page: the first page of the query, or the page at the checkpoint. The whole period is listed without slices;
    /// <see cref="PagingOptions.SliceBy"/> is ignored.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="paging">The paging options, for the page size. If null, those of the client.</param>
    /// <param name="resumeFrom">The checkpoint to continue from. If null, the listing starts at the beginning.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">
    /// The paging options are out of range, or the checkpoint belongs to another query or period, or to a sliced listing.
    /// </exception>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    /// <exception cref="SessionListApiException">The service returned a non-success status code.</exception>
    /// <exception cref="SessionListResponseException">The response is not a session list.</exception>
    /// <exception cref="SessionListConnectionException">The service was not reached, or did not respond in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. The exception contains that token.</exception>
    Task<SessionPage> GetPageAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);
}
