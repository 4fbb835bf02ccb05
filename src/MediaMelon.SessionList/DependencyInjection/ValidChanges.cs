using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>
/// Publishes a change of the configuration if the options are valid. Otherwise the change is logged, and the last valid options
/// remain in use.
/// </summary>
/// <remarks>
/// An invalid change that is published throws on the thread that reloads the configuration, and in every attempt after it.
/// </remarks>
internal sealed class ValidChanges : IOptionsChangeTokenSource<SessionListClientOptions>, IDisposable
{
    private readonly IOptionsFactory<SessionListClientOptions> _factory;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private ConfigurationReloadToken _token = new();

    public ValidChanges(string name, IConfiguration configuration, IOptionsFactory<SessionListClientOptions> factory,
        ILogger logger)
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
        var problem = OptionsAttempt.Problem(() =>
        {
            _factory.Create(Name);
            Interlocked.Exchange(ref _token, new()).OnReload();
        });
        if (problem is not null)
            Log.ConfigurationRefused(_logger, Name, problem);
    }
}
