using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.CustomRows;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Http;
using MediaMelon.SessionList.Options;
using MediaMelon.SessionList.Paging;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList;

/// <summary>
/// The client. Created by <c>AddSessionListClient()</c>, or by <see cref="Create"/> where there is no service container.
/// </summary>
/// <remarks>One client serves any number of concurrent listings.</remarks>
public sealed class SessionListClient : ISessionListClient, IDisposable
{
    private readonly SessionListTransport _transport;
    private readonly PagingOptions _paging;
    private readonly ClientTelemetry _telemetry;
    private readonly HttpClient? _owned;
    private bool _isDisposed;

    internal SessionListClient(
        SessionListTransport transport,
        PagingOptions paging,
        ClientTelemetry telemetry,
        HttpClient? owned = null)
    {
        _transport = transport;
        _paging = paging;
        _telemetry = telemetry;
        _owned = owned;
    }

    /// <summary>A client without a service container, for scripts.</summary>
    /// <remarks>
    /// The options are copied. A handler given here takes the place of the one that goes to the network (a proxy, an emulator)
    /// and is not disposed.
    /// </remarks>
    /// <param name="options">The settings.</param>
    /// <param name="handler">
    /// Goes to the network; one of the library's own if null. It follows no redirects from here on, as they would carry the key
    /// along.
    /// </param>
    /// <param name="loggerFactory">Takes the log; nothing is logged if null.</param>
    /// <param name="timeProvider">The clock of timeouts, waits and dates; the system's if null.</param>
    /// <exception cref="ArgumentException">The handler follows redirects, and has been used already.</exception>
    /// <exception cref="ArgumentNullException">The settings object is null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or out of range. The message names all.</exception>
    public static SessionListClient Create(
        SessionListClientOptions options,
        HttpMessageHandler? handler = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        var errors = ClientOptionsValidator.GetErrors(options).ToList();
        if (errors.Count > 0)
            throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName,
                typeof(SessionListClientOptions), errors);

        var settings = options.Snapshot();
        var clock = timeProvider ?? TimeProvider.System;
        var logger = ClientLogger.Create(loggerFactory ?? NullLoggerFactory.Instance, name: "");
        var gate = new ThrottleGate(clock);

        HttpMessageHandler primary = handler is null ? PrimaryHandler.Create() : new NonDisposingHandler(handler);
        PrimaryHandler.Secure(primary, settings.BaseAddress);
        IEnumerable<DelegatingHandler> pipeline =
        [
            .. HandlerPipeline.Outer(settings, clock, logger, gate),
            .. HandlerPipeline.Inner(settings, new CredentialSource(() => settings)),
        ];
        var http = new HttpClient(HandlerPipeline.Link(pipeline, primary));
        HttpClientSettings.Apply(http, settings.BaseAddress);

        SessionListClient client = null!;
        client = new(new SessionListTransport(Http, settings, clock, gate), settings.Paging, new("", logger, clock), http);
        return client;

        // Checked for each page: a listing may be enumerated, or continue, after Dispose.
        HttpClient Http()
        {
            ObjectDisposedException.ThrowIf(client._isDisposed, client);
            return http;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<VideoSession> ListSessionsAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default) =>
        new PageItems<SessionPage, VideoSession>(
            ListPagesAsync(query, paging, resumeFrom, cancellationToken),
            page => page.Sessions,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SessionPage> ListPagesAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Walk(_transport, Listing.Create(query, paging, _paging, resumeFrom), (page, _) => page, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TRow> ListRowsAsync<TRow>(
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default) =>
        new PageItems<RowPage<TRow>, TRow>(
            ListRowPagesAsync(query, rowType, paging, resumeFrom, cancellationToken),
            page => page.Rows,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RowPage<TRow>> ListRowPagesAsync<TRow>(
        SessionQuery query,
        JsonTypeInfo<TRow> rowType,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var listing = Listing.Create(query, paging, _paging, resumeFrom);
        var transport = _transport.WithDecoder(new RowsDecoder<TRow>(RowType<TRow>.Create(rowType)));
        return Walk(transport, listing, RowPages.Create<TRow>, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SessionPage> GetPageAsync(
        SessionQuery query,
        PagingOptions? paging = null,
        SessionCheckpoint? resumeFrom = null,
        CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new SinglePage(_transport, Listing.CreateForPage(query, paging ?? _paging, resumeFrom), _telemetry)
            .GetAsync(cancellationToken);
    }

    /// <summary>
    /// Closes the connections of a client made by <see cref="Create"/>. Afterwards its methods throw <see
    /// cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        _isDisposed = true;
        _owned?.Dispose();
    }

    private ListingPages<TPage> Walk<TPage>(
        SessionListTransport transport,
        Listing listing,
        Func<SessionPage, PageResponse, TPage> view,
        CancellationToken cancellationToken) =>
        new(transport, listing, view, _telemetry, cancellationToken);
}
