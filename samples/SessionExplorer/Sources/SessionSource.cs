using System.Globalization;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SessionExplorer.Output;
using SessionExplorer.Probe;
using SessionExplorer.Progress;

namespace SessionExplorer.Sources;

/// <summary>A client and its service: the real one, or the emulator.</summary>
internal sealed class SessionSource : IAsyncDisposable
{
    private readonly ResponseHeaders _headers = new();
    private readonly ServiceProvider _services;
    private readonly SessionListClientOptions _options;
    private readonly SessionListEmulator? _emulator;

    private SessionSource(ServiceProvider services, BuiltInSettings? builtIn, SessionListEmulator? emulator)
    {
        _emulator = emulator;
        _services = services;
        _options = services.GetRequiredService<IOptions<SessionListClientOptions>>().Value;
        Client = services.GetRequiredService<ISessionListClient>();
        IsBuiltIn = builtIn is not null;
        Description = builtIn is null ? DescribeService() : Describe(builtIn);
        Identity = builtIn is null
            ? BaseAddress.AbsoluteUri
            : string.Create(CultureInfo.InvariantCulture, $"built-in data: {builtIn.Sessions} sessions, seed {builtIn.Seed}");
    }

    public ISessionListClient Client { get; }

    public bool IsBuiltIn { get; }

    /// <summary>The source of the data in one line.</summary>
    public string Description { get; }

    /// <summary>Identifies the source.</summary>
    public string Identity { get; }

    /// <summary>The configured options for reading listings.</summary>
    public PagingOptions Paging => _options.Paging;

    public Uri BaseAddress => _options.BaseAddress;

    public long CustomerId => _options.CustomerId;

    public static SessionSource Open(SourceSettings settings, BuiltInSettings builtIn, ProgressLine progress)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new RetryLog(progress)));
        var emulator = settings.IsBuiltIn ? AddBuiltIn(services, builtIn) : null;
        if (emulator is null)
            AddService(services, settings);

        var source = new SessionSource(services.BuildServiceProvider(), settings.IsBuiltIn ? builtIn : null, emulator);
        progress.MaxAttempts = source._options.MaxRetries + 1;
        return source;
    }

    /// <summary>Sends the requests of the probe unchanged: without retries, and never to another host.</summary>
    public HttpMessageHandler CreateProbeHandler() => _emulator?.CreateHandler() ?? new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null, // HttpClient's own activity would contain the key
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !BaseAddress.IsLoopback,
    };

    /// <summary>The service and the credential, for the probe.</summary>
    public async Task<ProbeTarget> GetProbeTargetAsync(CancellationToken cancellationToken)
    {
        var token = _options.AccessTokenProvider is { } tokens ? await tokens(cancellationToken) : null;
        var key = _options.ApiKeyProvider is { } keys ? await keys(cancellationToken) : _options.ApiKey;
        return new(BaseAddress, CustomerId, string.IsNullOrWhiteSpace(key) ? null : key.Trim(), token?.Trim());
    }

    public ValueTask DisposeAsync()
    {
        _headers.Dispose();
        return _services.DisposeAsync();
    }

    private static SessionListEmulator AddBuiltIn(ServiceCollection services, BuiltInSettings builtIn)
    {
        var emulator = new SessionListEmulator(builtIn.GenerateSessions()) { Latency = builtIn.Latency };
        services
            .AddSessionListClient(options => options.Paging.MaxConcurrentRequests = SourceSettings.DefaultConcurrentRequests)
            .UseEmulator(emulator);
        return emulator;
    }

    private static void AddService(ServiceCollection services, SourceSettings settings)
    {
        services.AddSessionListClient(settings.Section).AddHttpMessageHandler(() => new ResponseWatch());
        if (settings.Credential.Token is { } token)
            services.Configure<SessionListClientOptions>(
                options => options.AccessTokenProvider = _ => ValueTask.FromResult(token));
    }

    private string DescribeService() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Requesting sessions of customer {CustomerId} from {BaseAddress.GetLeftPart(UriPartial.Authority)}.");

    private static string Describe(BuiltInSettings builtIn) =>
        $"Exploring built-in data: {Plural.Format(builtIn.Sessions, "generated session")}. For your data, run doctor.";
}
