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
/// The client. Use <c>AddSessionListClient()</c> to register it, or <see cref="Create"/> to create it without a service
/// container.
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

    /// <summary>Creates a client without a service container.</summary>
    /// <remarks>
    /// The options are copied. The handler argument replaces the handler that sends requests to the network, for example with an
    /// emulator. The client does not dispose it.
    /// </remarks>
    /// <param name="options">The options of the client.</param>
    /// <param name="handler">
    /// The handler that sends requests. If null, the client creates one. Automatic redirects are disabled on it, because they
    /// would send the key to another address.
    /// </param>
    /// <param name="loggerFactory">Creates the logger. If null, nothing is logged.</param>
    /// <param name="timeProvider">The clock for timeouts, waits and dates. If null, the system clock.</param>
    /// <exception cref="ArgumentException">The handler follows redirects, and has already been used.</exception>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or invalid. The message lists all errors.</exception>
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

        // Checked for each page, because an enumeration may start or continue after Dispose.
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
        return CreatePages(_transport, Listing.Create(query, paging, _paging, resumeFrom), (page, _) => page, cancellationToken);
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
        return CreatePages(transport, listing, RowPages.Create<TRow>, cancellationToken);
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
    /// Closes the connections of a client that <see cref="Create"/> created. Afterwards, its methods throw <see
    /// cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        _isDisposed = true;
        _owned?.Dispose();
    }

    private ListingPages<TPage> CreatePages<TPage>(
        SessionListTransport transport,
        Listing listing,
        Func<SessionPage, PageResponse, TPage> view,
        CancellationToken cancellationToken) =>
        new(transport, listing, view, _telemetry, cancellationToken);
}
