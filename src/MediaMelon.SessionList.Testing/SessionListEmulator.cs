using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing;

/// <summary>An in-memory session list service for tests.</summary>
/// <remarks>Every member is thread-safe.</remarks>
public sealed class SessionListEmulator
{
    private readonly SessionStore _store;
    private readonly ListingCache _listings = new();
    private readonly Traffic _traffic = new();
    private TokenBucket? _bucket;

    /// <summary>Creates an emulator of a service with the given sessions. A listing without an order keeps their order.</summary>
    /// <exception cref="ArgumentException">One of the sessions, or the list of them, is null.</exception>
    public SessionListEmulator(IEnumerable<VideoSession> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        _store = new SessionStore(sessions);
        if (_store.Snapshot().Contains(null!))
            throw new ArgumentException("A session is null.", nameof(sessions));
    }

    /// <summary>Creates an emulator of a service with the given profile.</summary>
    /// <exception cref="ArgumentException">One of the sessions, or the list of them, is null.</exception>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public SessionListEmulator(IEnumerable<VideoSession> sessions, EmulatorProfile profile)
        : this(sessions)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        MaxLimit = profile.MaxLimit;
        EndIsInclusive = profile.EndIsInclusive;
        RequestsPerSecond = profile.RequestsPerSecond;
        RefuseUnknownColumns = profile.UnknownColumns == UnknownColumnHandling.Reject;
        if (profile.ArrivalDelay > TimeSpan.Zero)
            _store.Delay(profile.ArrivalDelay);
    }

    /// <summary>How the service behaves where the vendor's pages are silent or contradict each other.</summary>
    /// <remarks>
    /// MaxLimit, EndIsInclusive, RequestsPerSecond and RefuseUnknownColumns of the emulator replace those of the profile.
    /// </remarks>
    /// <value><see cref="EmulatorProfile.ListPage"/> by default.</value>
    public EmulatorProfile Profile { get; } = EmulatorProfile.ListPage;

    /// <summary>The access token for <c>Authorization: Bearer</c>, which only some profiles accept.</summary>
    /// <value>emulator-token by default.</value>
    public string AccessToken { get; init; } = "emulator-token";

    /// <summary>The only customer of the service. A request for another customer gets status 403.</summary>
    /// <value>199493832, the vendor's example, by default.</value>
    public long CustomerId { get; init; } = 199493832;

    /// <summary>The only valid key. A request with another key or without a key gets status 401.</summary>
    /// <value>emulator-key by default.</value>
    public string ApiKey { get; init; } = "emulator-key";

    /// <summary>The maximum number of rows of a page, at least 1. A higher limit is silently capped.</summary>
    /// <value>null (no maximum) by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? MaxLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1);
            field = value;
        }
    }

    /// <summary>Whether the period includes a session at its end. The vendor's documentation does not specify it.</summary>
    /// <value>true by default.</value>
    public bool EndIsInclusive { get; init; } = true;

    /// <summary>The delay of each response on <see cref="Clock"/>. It applies to faults, too.</summary>
    /// <value>Zero by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Latency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }

    /// <summary>The clock for <see cref="Latency"/>, <see cref="RequestsPerSecond"/> and late sessions.</summary>
    /// <value>The system clock by default.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether a request for an unknown column gets status 400 with a message that names the column. Otherwise the
    /// column has the value null in every row, and <see cref="EmulatedRequest.UnknownColumns"/> names it.</summary>
    /// <remarks>A column is known if it is in the vendor's catalogue or in <see cref="VideoSession.AdditionalFields"/> of any
    /// session of the emulator. The columns of filters, conditions and the order are checked, too.</remarks>
    /// <value>false by default.</value>
    public bool RefuseUnknownColumns { get; init; }

    /// <summary>
    /// The maximum number of requests per second: a token bucket of this size (at least 1) on <see cref="Clock"/>. A request
    /// above the limit gets status 429 with <c>Retry-After</c> in whole seconds, rounded up. It does not use an injected fault.
    /// </summary>
    /// <value>null (no limit) by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public double? RequestsPerSecond
    {
        get;
        init
        {
            if (value is { } rate && !(rate > 0 && double.IsFinite(rate)))
                throw new ArgumentOutOfRangeException(nameof(value), value, "RequestsPerSecond must be positive and finite.");

            field = value;
        }
    }

    /// <summary>The requests received so far, in order of arrival. The list is a copy.</summary>
    public IReadOnlyList<EmulatedRequest> Requests => _traffic.Snapshot();

    /// <summary>The number of requests in flight.</summary>
    public int RequestsInFlight => _traffic.InFlight;

    /// <summary>The maximum number of concurrent requests so far.</summary>
    public int MaxRequestsInFlight => _traffic.Peak;

    internal PageHistory History { get; } = new();

    /// <summary>Adds a session. Later requests return it, even of a listing that has already started.</summary>
    /// <exception cref="ArgumentNullException">The session is null.</exception>
    public void Add(VideoSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _store.Add(session);
        _listings.Clear();
    }

    /// <summary>Adds a session that arrives late: only responses that are computed at this time of <see cref="Clock"/> or later
    /// contain it.</summary>
    /// <remarks>A late session is listed after the sessions that were visible before it. Its start and end may be long past at
    /// that time, for example if a device uploads its data late.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="visibleFrom">The time from which the service lists the session.</param>
    /// <exception cref="ArgumentNullException">The session is null.</exception>
    public void Add(VideoSession session, DateTimeOffset visibleFrom)
    {
        ArgumentNullException.ThrowIfNull(session);
        _store.Add(session, visibleFrom);
    }

    /// <summary>Adds faults to the queue. Each of the next requests takes one fault from the queue.</summary>
    /// <exception cref="ArgumentException">One of the faults, or the list of them, is null.</exception>
    public void Inject(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Contains(null))
            throw new ArgumentException("A fault is null. Use EmulatorFault.None() for no fault.", nameof(faults));

        _traffic.Inject(faults);
    }

    /// <summary>Creates a primary handler for an HttpClient. It sends the requests to the emulator.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHandler(this);

    internal async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var incoming = IncomingRequest.Read(request);
        var fault = _traffic.BeginRequest(incoming.Received with { UnknownColumns = FindUnknownColumns(incoming) }, Bucket());
        try
        {
            await DelayAsync(cancellationToken).ConfigureAwait(false);
            var response = await fault.RespondAsync(new EmulatedCall(this, incoming), cancellationToken).ConfigureAwait(false);
            return response.ToResponse(request);
        }
        finally
        {
            _traffic.EndRequest();
        }
    }

    // Created with the first request, because an initializer may set the clock after the rate.
    private TokenBucket? Bucket() => RequestsPerSecond is { } rate
        ? LazyInitializer.EnsureInitialized(ref _bucket, () => new TokenBucket(rate, Clock))
        : null;

    internal Task<VideoSession[]> FindRowsAsync(Selection selection, CancellationToken cancellationToken)
    {
        if (_store.AddArrived(Clock.GetUtcNow()))
            _listings.Clear();

        return _listings.GetAsync(
            selection.Key,
            () => Listing.Evaluate(selection, _store.Snapshot(), Profile, EndIsInclusive, cancellationToken),
            cancellationToken);
    }

    internal string[] FindUnknownColumns(ListRequest list) =>
        [.. list.AllColumns.Select(column => column.Name).Distinct().Where(name => !_store.HasColumn(name))];

    /// <summary>Returns the requested columns that rows contain.</summary>
    internal IReadOnlyList<Column> FindColumns(ListRequest list) => Profile.UnknownColumns == UnknownColumnHandling.Omit
        ? [.. list.Columns.Where(column => _store.HasColumn(column.Name))]
        : list.Columns;

    private string[] FindUnknownColumns(IncomingRequest incoming) =>
        incoming.TryRead(Profile) is { } list ? FindUnknownColumns(list) : [];

    // Yields even without latency, because a network response never arrives before the call returns. So requests overlap.
    // The timer starts within the call, so that a test can advance its clock immediately after the call.
    private async Task DelayAsync(CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, Clock, cancellationToken).ConfigureAwait(false);
        else
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
    }
}
