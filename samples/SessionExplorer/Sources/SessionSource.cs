using System.Globalization;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
    }

    public ISessionListClient Client { get; }

    public bool IsBuiltIn { get; }

    /// <summary>Where the data come from, in a line.</summary>
    public string Description { get; }

    /// <summary>How listings are walked, as configured.</summary>
    public PagingOptions Paging => _options.Paging;

    public Uri BaseAddress => _options.BaseAddress;

    public long CustomerId => _options.CustomerId;

    public static SessionSource Open(SourceSettings settings, BuiltInSettings builtIn) =>
        settings.IsBuiltIn ? OpenBuiltIn(builtIn) : OpenService(settings);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static SessionSource OpenService(SourceSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSessionListClient(settings.Section);
        return new(services.BuildServiceProvider(), builtIn: null);
    }

    private static SessionSource OpenBuiltIn(BuiltInSettings builtIn)
    {
        var period = SessionPeriod.Last(TimeSpan.FromHours(24), builtIn.Clock);
        var sessions = SyntheticSessions.Generate(builtIn.Sessions, period, builtIn.Seed);
        var services = new ServiceCollection();
        services
            .AddSessionListClient(options => options.Paging.MaxConcurrentRequests = SourceSettings.UsualRequestsAtATime)
            .UseEmulator(new SessionListEmulator(sessions) { Latency = builtIn.Latency });
        return new(services.BuildServiceProvider(), builtIn);
    }

    private string DescribeService() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Asking {BaseAddress.GetLeftPart(UriPartial.Authority)} for sessions of customer {CustomerId}.");

    private static string Describe(BuiltInSettings builtIn) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Exploring built-in data: {builtIn.Sessions:N0} invented sessions. For your own, run doctor.");
}
