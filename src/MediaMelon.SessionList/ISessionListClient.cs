using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList;

/// <summary>Lists single playback sessions of a customer.</summary>
/// <remarks>
/// Implementing it for tests is welcome: new members will arrive with a default body. The <c>paging</c> argument replaces the
/// client's default as a whole and is copied when a listing is called. <c>resumeFrom</c> continues where an earlier listing of
/// the same query stopped. A checkpoint contains its own slicing, which wins over <see cref="PagingOptions.SliceBy"/>. The token
/// of <c>WithCancellation</c> applies as well as the argument.
/// </remarks>
public interface ISessionListClient
{
    /// <summary>Every session of the listing, page after page.</summary>
    /// <remarks>
    /// Lazy: nothing is requested before the first MoveNextAsync, and every enumeration starts again. Stopping early cancels what
    /// is in flight.
    /// </remarks>
    /// <param name="query">What to list.</param>
    /// <param name="paging">The paging options; the client's default if null.</param>
    /// <param name="resumeFrom">The checkpoint to continue from; the beginning if null.</param>
    /// <param name="cancellationToken">Cancels the listing, its requests included.</param>
    /// <exception cref="ArgumentException">
    /// The paging options are out of range or do not fit the query's order, or the checkpoint belongs to another query or period.
    /// Thrown by the call itself.
    /// </exception>
    /// <exception cref="ArgumentNullException">The query is null. Thrown by the call itself.</exception>
    /// <exception cref="SessionListApiException">While enumerating: the service answered without success.</exception>
    /// <exception cref="SessionListResponseException">While enumerating: the response is not a session list.</exception>
    /// <exception cref="SessionListConnectionException">
    /// While enumerating: the service was not reached, or not in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating: a token was cancelled. It carries that token.</exception>
    IAsyncEnumerable<VideoSession> ListSessionsAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// The same listing, page by page, each with the checkpoint to continue from. Pages without sessions are not returned.
    /// </summary>
    /// <inheritdoc cref="ListSessionsAsync"/>
    IAsyncEnumerable<SessionPage> ListPagesAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Every session of the listing, read into a custom type by its JSON contract: no reflection, compatible with ahead-of-time
    /// compilation.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The same pagination as that of <see cref="ListSessionsAsync"/>. <c>query.Select(rowType)</c> requests the columns that the
    /// type has; this method leaves the query as it is, and columns without a property are ignored.
    /// </para>
    /// <para>
    /// Values are read as leniently as those of a <see cref="VideoSession"/>, as docs/rows.md tells. A property with a converter
    /// of its own gets the value as it was sent.
    /// </para>
    /// </remarks>
    /// <param name="query">What to list.</param>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <param name="paging">The paging options; the client's default if null.</param>
    /// <param name="resumeFrom">The checkpoint to continue from; the beginning if null.</param>
    /// <param name="cancellationToken">Cancels the listing, its requests included.</param>
    /// <exception cref="ArgumentException">
    /// As at <see cref="ListSessionsAsync"/>, or the type has no properties to JSON. Thrown by the call itself.
    /// </exception>
    /// <exception cref="SessionListApiException">While enumerating: the service answered without success.</exception>
    /// <exception cref="SessionListResponseException">
    /// While enumerating: the response is not a session list, or a row cannot be read into the type. The message names the
    /// property and never shows a value.
    /// </exception>
    /// <exception cref="SessionListConnectionException">
    /// While enumerating: the service was not reached, or not in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating: a token was cancelled. It carries that token.</exception>
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

    /// <summary>The same rows, page by page, each with the checkpoint to continue from.</summary>
    /// <inheritdoc cref="ListRowsAsync"/>
    IAsyncEnumerable<RowPage<TRow>> ListRowPagesAsync<TRow>(
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default)
    {
        // Of an implementation that knows sessions only: the client has a way of its own.
        var listing = Listing.Create(query, paging ?? new(), resumeFrom);
        var type = RowType<TRow>.Create(rowType);
        return SessionRows.ReadAsync(ListPagesAsync(query, paging, resumeFrom, cancellationToken), type, listing.Start, default);
    }

    /// <summary>
    /// One request: the first page of the query or the one at the checkpoint, over the whole period whatever the options say of
    /// slices.
    /// </summary>
    /// <param name="query">What to list.</param>
    /// <param name="paging">How many sessions to ask for; the client's default if null.</param>
    /// <param name="resumeFrom">The checkpoint to continue from; the beginning if null.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">
    /// The paging options are out of range, or the checkpoint belongs to another query or period, or to a sliced listing.
    /// </exception>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    /// <exception cref="SessionListApiException">The service answered without success.</exception>
    /// <exception cref="SessionListResponseException">The response is not a session list.</exception>
    /// <exception cref="SessionListConnectionException">The service was not reached, or not in time.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. It carries that token.</exception>
    Task<SessionPage> GetPageAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default);
}
