using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>
/// Passes a change of the configuration on if it is valid; one that is not is logged, and the last valid options stay.
/// </summary>
/// <remarks>
/// Passed on, an invalid change would throw on the thread that reloads the configuration, and in every attempt after it.
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
        _subscription = ChangeToken.OnChange(configuration.GetReloadToken, PassOn);
    }

    public string Name { get; }

    public IChangeToken GetChangeToken() => _token;

    public void Dispose() => _subscription.Dispose();

    private void PassOn()
    {
        try
        {
            _factory.Create(Name);
        }
        catch (OptionsValidationException invalid)
        {
            Log.ConfigurationRefused(_logger, Name, string.Join(' ', invalid.Failures));
            return;
        }

        Interlocked.Exchange(ref _token, new()).OnReload();
    }
}
