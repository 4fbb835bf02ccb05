using System.Globalization;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SessionExplorer.Output;
using SessionExplorer.Progress;

namespace SessionExplorer.Sources;

/// <summary>A client and what it talks to: the service, or the emulator that stands in for it.</summary>
internal sealed class SessionSource : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SessionListClientOptions _options;

    private SessionSource(ServiceProvider services, BuiltInSettings? builtIn)
    {
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

    /// <summary>Where the data come from, in a line.</summary>
    public string Description { get; }

    /// <summary>What tells this source from others.</summary>
    public string Identity { get; }

    /// <summary>How listings are walked, as configured.</summary>
    public PagingOptions Paging => _options.Paging;

    public Uri BaseAddress => _options.BaseAddress;

    public long CustomerId => _options.CustomerId;

    public static SessionSource Open(SourceSettings settings, BuiltInSettings builtIn, ProgressLine progress)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new RetryLog(progress)));
        if (settings.IsBuiltIn)
            AddBuiltIn(services, builtIn);
        else
            services.AddSessionListClient(settings.Section).AddHttpMessageHandler(() => new ResponseWatch());

        var source = new SessionSource(services.BuildServiceProvider(), settings.IsBuiltIn ? builtIn : null);
        progress.MaxAttempts = source._options.MaxRetries + 1;
        return source;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void AddBuiltIn(ServiceCollection services, BuiltInSettings builtIn)
    {
        services
            .AddSessionListClient(options => options.Paging.MaxConcurrentRequests = SourceSettings.UsualRequestsAtATime)
            .UseEmulator(new SessionListEmulator(builtIn.GenerateSessions()) { Latency = builtIn.Latency });
    }

    private string DescribeService() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Asking {BaseAddress.GetLeftPart(UriPartial.Authority)} for sessions of customer {CustomerId}.");

    private static string Describe(BuiltInSettings builtIn) =>
        $"Exploring built-in data: {Plural.Of(builtIn.Sessions, "invented session")}. For your own, run doctor.";
}
