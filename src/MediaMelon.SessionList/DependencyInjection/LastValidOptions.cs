using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>The current options, or the last valid ones if the current ones are invalid or could not be created.</summary>
/// <remarks>
/// <see cref="ValidOptionsChangeTokenSource"/> publishes only valid changes. Custom binding may publish invalid ones, and custom
/// configuration of the options may throw any exception.
/// </remarks>
internal sealed class LastValidOptions(
    IOptionsMonitor<SessionListClientOptions> monitor,
    string name,
    SessionListClientOptions first,
    ILogger logger)
{
    private SessionListClientOptions _last = first;
    private string? _logged;

    public SessionListClientOptions Get()
    {
        var error = OptionsAttempt.GetError(() => _last = monitor.Get(name));

        // An error is logged once, and again if it occurs again after valid options.
        if (Interlocked.Exchange(ref _logged, error) != error && error is not null)
            Log.InvalidConfigurationIgnored(logger, name, error);

        return _last;
    }
}

/// <summary>
/// Publishes a change of the configuration if the options are valid. Otherwise the change is logged, and the last valid options
/// remain in use.
/// </summary>
/// <remarks>
/// If an invalid change were published, the thread that reloads the configuration and all later attempts would throw.
/// </remarks>
internal sealed class ValidOptionsChangeTokenSource : IOptionsChangeTokenSource<SessionListClientOptions>, IDisposable
{
    private readonly IOptionsFactory<SessionListClientOptions> _factory;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private ConfigurationReloadToken _token = new();

    public ValidOptionsChangeTokenSource(
        string name, IConfiguration configuration, IOptionsFactory<SessionListClientOptions> factory, ILogger logger)
    {
        Name = name;
        _factory = factory;
        _logger = logger;
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, Publish);
    }

    public string Name { get; }

    public IChangeToken GetChangeToken() => _token;

    public void Dispose() => _subscription.Dispose();

    private void Publish()
    {
        var error = OptionsAttempt.GetError(() =>
        {
            _factory.Create(Name);
            Interlocked.Exchange(ref _token, new()).OnReload();
        });
        if (error is not null)
            Log.InvalidConfigurationIgnored(_logger, Name, error);
    }
}
