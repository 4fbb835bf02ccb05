namespace MediaMelon.SessionList;

/// <summary>The settings of a client.</summary>
/// <remarks>
/// <see cref="ApiKey"/> and the two providers are read for each attempt. Every other option is read once, when the client is
/// first used. A reloaded configuration that is invalid is logged, and the last valid credential remains in use.
/// </remarks>
public sealed class SessionListClientOptions
{
    /// <summary>The customer whose sessions are listed: the number in the service's address. Required.</summary>
    public long CustomerId { get; set; }

    /// <summary>
    /// The key that is sent as <c>X-API-Key</c>. Surrounding white space is trimmed. A changed configuration takes effect
    /// without a restart.
    /// </summary>
    /// <value>Required, unless <see cref="ApiKeyProvider"/> or <see cref="AccessTokenProvider"/> is set.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Replaces <see cref="ApiKey"/> if set, for example with a vault or a rotating key. Called for each attempt.
    /// </summary>
    /// <remarks>
    /// The caller receives the provider's exceptions unchanged, with two exceptions: a cancellation that the caller did not
    /// request, and a key that takes longer than <see cref="AttemptTimeout"/>. Both cause a
    /// <see cref="SessionListConnectionException"/>. If the provider returns no key, the call throws an
    /// <see cref="InvalidOperationException"/>.
    /// </remarks>
    /// <value>The default is null.</value>
    public Func<CancellationToken, ValueTask<string>>? ApiKeyProvider { get; set; }

    /// <summary>
    /// Authenticates with <c>Authorization: Bearer</c> instead of a key. Called for each attempt, so it must cache the token.
    /// </summary>
    /// <remarks>
    /// A client has either a key (<see cref="ApiKey"/> or <see cref="ApiKeyProvider"/>) or this provider. Any other combination
    /// is a validation error. Errors are handled as for <see cref="ApiKeyProvider"/>. A token is protected like a key.
    /// </remarks>
    /// <value>The default is null.</value>
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// The address of the service: https, or http on a loopback address. A path before the endpoint's path is kept.
    /// </summary>
    /// <remarks>A path that begins with // or contains the endpoint itself is rejected.</remarks>
    /// <value>The default is <c>https://smartsight3.mediamelon.com</c>.</value>
    public Uri BaseAddress { get; set; } = new("https://smartsight3.mediamelon.com");

    /// <summary>
    /// The timeout of one attempt, including its body: 10 ms to a day, and at most <see cref="TotalTimeout"/>. An attempt that
    /// fails while the body is read is retried like any other attempt.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The timeout of one page, including retries and waits: 10 ms to a day. A wait that would exceed it is not started. The last
    /// failure is thrown instead.
    /// </summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The maximum number of attempts after the first, 0 to 10. The client retries after 408, 429, 5xx, a failed connection, or
    /// an attempt that took too long. It never retries after other responses.
    /// </summary>
    /// <value>The default is 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The maximum wait that the service may request with <c>Retry-After</c> (in seconds or as a date), up to a day. If the
    /// requested wait is longer, the client fails immediately instead.
    /// </summary>
    /// <remarks>An invalid or past value is ignored.</remarks>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The maximum size of a response in bytes, decompressed: 1 to 2,147,483,591. A larger response is rejected.
    /// </summary>
    /// <value>The default is 64 MiB.</value>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The default options of listings. Options that are passed to a call replace all of them.</summary>
    /// <value>The default is 1,000 sessions per page, one concurrent request, no slices, and no duplicates.</value>
    public PagingOptions Paging { get; set; } = new();

    /// <summary>The errors of invalid configuration settings. Validation reports them with the other errors.</summary>
    internal List<string> BindingErrors { get; } = [];

    /// <summary>The errors of configuration sections without settings. Reported if a required option is missing.</summary>
    internal List<string> EmptySections { get; } = [];

    /// <summary>Creates a copy that later changes do not affect.</summary>
    internal SessionListClientOptions Snapshot() => new()
    {
        CustomerId = CustomerId,
        ApiKey = ApiKey,
        ApiKeyProvider = ApiKeyProvider,
        AccessTokenProvider = AccessTokenProvider,
        BaseAddress = BaseAddress,
        AttemptTimeout = AttemptTimeout,
        TotalTimeout = TotalTimeout,
        MaxRetries = MaxRetries,
        MaxRetryAfter = MaxRetryAfter,
        MaxResponseBytes = MaxResponseBytes,
        Paging = Paging with { },
    };
}
