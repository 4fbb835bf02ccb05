namespace MediaMelon.SessionList;

/// <summary>The settings of a client.</summary>
/// <remarks>
/// <see cref="ApiKey"/> and <see cref="ApiKeyProvider"/> are read for each attempt; every other option once, when the client is
/// first used. A reloaded configuration that is not valid is logged, and the last valid key stays.
/// </remarks>
public sealed class SessionListClientOptions
{
    /// <summary>The customer whose sessions are listed: the number in the service's address. Required.</summary>
    public long CustomerId { get; set; }

    /// <summary>
    /// The key sent as <c>X-API-Key</c>. Surrounding white space is trimmed; a changed configuration takes effect without a
    /// restart.
    /// </summary>
    /// <value>Required, unless there is an <see cref="ApiKeyProvider"/>.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>Takes the place of <see cref="ApiKey"/> when set: a vault, a rotating key. Asked for each attempt.</summary>
    /// <remarks>
    /// What it throws reaches the caller as it is. A provider that gives no key is an <see cref="InvalidOperationException"/>.
    /// </remarks>
    /// <value>The default is null.</value>
    public Func<CancellationToken, ValueTask<string>>? ApiKeyProvider { get; set; }

    /// <summary>Where the service is: https, or http on a loopback address. A path before the endpoint's is kept.</summary>
    /// <value>The default is <c>https://smartsight3.mediamelon.com</c>.</value>
    public Uri BaseAddress { get; set; } = new("https://smartsight3.mediamelon.com");

    /// <summary>
    /// The time that one attempt may take, its body included; 10 ms to a day. An attempt that fails while the body is read is
    /// tried again like any other.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time that one page may take, retries and waits included; 10 ms to a day. A wait that would outlast it is not begun:
    /// the last failure is thrown instead.
    /// </summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Attempts after the first, 0 to 10: for 408, 429, 5xx, a failed connection, an attempt that took too long. Never for other
    /// answers.
    /// </summary>
    /// <value>The default is 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The longest that the service may tell us to wait (<c>Retry-After</c>, in seconds or as a date) before we give up at once
    /// instead; up to a day.
    /// </summary>
    /// <remarks>A header that cannot be read or lies in the past is passed over.</remarks>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A larger answer, decompressed, is refused; 1 byte to 2,147,483,591.</summary>
    /// <value>The default is 64 MiB.</value>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How listings are walked unless a call says otherwise.</summary>
    /// <value>The default is 1,000 sessions a page, one request at a time, no slices, and no session twice.</value>
    public PagingOptions Paging { get; set; } = new();

    /// <summary>
    /// Values of the configuration that could not be converted, as sentences; validation reports them with the rest.
    /// </summary>
    internal List<string> BindingProblems { get; } = [];

    /// <summary>A copy that later changes to these options do not reach.</summary>
    internal SessionListClientOptions Snapshot() => new()
    {
        CustomerId = CustomerId,
        ApiKey = ApiKey,
        ApiKeyProvider = ApiKeyProvider,
        BaseAddress = BaseAddress,
        AttemptTimeout = AttemptTimeout,
        TotalTimeout = TotalTimeout,
        MaxRetries = MaxRetries,
        MaxRetryAfter = MaxRetryAfter,
        MaxResponseBytes = MaxResponseBytes,
        Paging = Paging with { },
    };
}
