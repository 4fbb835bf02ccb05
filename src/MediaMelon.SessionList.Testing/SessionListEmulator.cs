using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing;

/// <summary>The session list service in memory.</summary>
/// <remarks>Every member may be used by several threads concurrently.</remarks>
public sealed class SessionListEmulator
{
    private readonly SessionStore _store;
    private readonly ListingCache _listings = new();
    private readonly Traffic _traffic = new();
    private TokenBucket? _bucket;

    /// <summary>An emulator of a service that holds these sessions; without an order it lists them in theirs.</summary>
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

    /// <summary>The only customer there is; another one's sessions are status 403.</summary>
    /// <value>199493832, the vendor's example, by default.</value>
    public long CustomerId { get; init; } = 199493832;

    /// <summary>The only key there is; any other, or none, is status 401.</summary>
    /// <value>emulator-key by default.</value>
    public string ApiKey { get; init; } = "emulator-key";

    /// <summary>The most rows of a page: a limit above it is cut to it without a word. At least 1.</summary>
    /// <value>null, for no maximum, by default.</value>
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

    /// <summary>Whether a session on the second of the period's end belongs to it; the vendor does not tell.</summary>
    /// <value>true by default.</value>
    public bool EndIsInclusive { get; init; } = true;

    /// <summary>How long each answer takes, faults included, on <see cref="Clock"/>.</summary>
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

    /// <summary>The clock that <see cref="Latency"/> and the time of late sessions are measured on.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether a request for an unknown column gets status 400 with a message that names the column. Otherwise the
    /// column has the value null in every row, and <see cref="EmulatedRequest.UnknownColumns"/> names it.</summary>
    /// <remarks>A column is known if it is in the vendor's catalogue or in <see cref="VideoSession.AdditionalFields"/> of any
    /// session here. Columns of filters, of conditions and of the order are checked as well.</remarks>
    /// <value>false by default.</value>
    public bool RefuseUnknownColumns { get; init; }

    /// <summary>
    /// The most requests per second: a token bucket of this size (at least 1) on <see cref="Clock"/>. A request beyond it gets
    /// status 429 with <c>Retry-After</c> in whole seconds, rounded up, and takes no fault.
    /// </summary>
    /// <value>null, for no limit, by default.</value>
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

    /// <summary>What was asked so far, in order of arrival: a copy, which does not grow.</summary>
    public IReadOnlyList<EmulatedRequest> Requests => _traffic.Snapshot();

    /// <summary>How many requests are being answered at this moment.</summary>
    public int RequestsInFlight => _traffic.InFlight;

    /// <summary>The most requests that were being answered at one moment.</summary>
    public int MaxRequestsInFlight => _traffic.Peak;

    internal PageHistory History { get; } = new();

    /// <summary>Adds a session, which may be while a listing is under way: the requests that come after see it.</summary>
    /// <exception cref="ArgumentNullException">The session is null.</exception>
    public void Add(VideoSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _store.Add(session);
        _listings.Clear();
    }

    /// <summary>Adds a session that arrives late: only responses that are computed at this time of <see cref="Clock"/> or later
    /// contain it.</summary>
    /// <remarks>A late session comes after the sessions that were visible before it. The start and end of the session may be
    /// long past then, as when a device uploads its data late.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="visibleFrom">The first moment at which the service knows the session.</param>
    /// <exception cref="ArgumentNullException">The session is null.</exception>
    public void Add(VideoSession session, DateTimeOffset visibleFrom)
    {
        ArgumentNullException.ThrowIfNull(session);
        _store.Add(session, visibleFrom);
    }

    /// <summary>The next requests meet these faults, one each and in this order, after those injected before.</summary>
    /// <exception cref="ArgumentException">One of the faults, or the list of them, is null.</exception>
    public void Inject(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Contains(null))
            throw new ArgumentException("A fault is null; for none there is EmulatorFault.None().", nameof(faults));

        _traffic.Inject(faults);
    }

    /// <summary>A new handler that answers in the service's place: the last one of an HttpClient.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHandler(this);

    internal async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var incoming = IncomingRequest.Read(request);
        var fault = _traffic.Arrive(incoming.Received with { UnknownColumns = FindUnknownColumns(incoming) }, Bucket());
        try
        {
            await TakeTimeAsync(cancellationToken).ConfigureAwait(false);
            var response = await fault.AnswerAsync(new EmulatedCall(this, incoming), cancellationToken).ConfigureAwait(false);
            return response.ToResponse(request);
        }
        finally
        {
            _traffic.Leave();
        }
    }

    // Begun with the first request: the clock may be set after the rate.
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

    /// <summary>The columns of the request that rows have.</summary>
    internal IReadOnlyList<Column> FindColumns(ListRequest list) => Profile.UnknownColumns == UnknownColumnHandling.Omit
        ? [.. list.Columns.Where(column => _store.HasColumn(column.Name))]
        : list.Columns;

    private string[] FindUnknownColumns(IncomingRequest incoming) =>
        incoming.TryRead(Profile) is { } list ? FindUnknownColumns(list) : [];

    // Yields without a latency too: over a network no response arrives before the call returns. So requests overlap. The
    // timer, in contrast, is set within the call, so that a test that moves its clock right after it does not come too early.
    private async Task TakeTimeAsync(CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, Clock, cancellationToken).ConfigureAwait(false);
        else
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
    }
}
