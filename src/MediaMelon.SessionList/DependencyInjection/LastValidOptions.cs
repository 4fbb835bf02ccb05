using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>The options of the moment; while those are not valid, the last that were.</summary>
/// <remarks>Changes that come through <see cref="ValidChanges"/> are valid; a user's own binding brings others too.</remarks>
internal sealed class LastValidOptions(
    IOptionsMonitor<SessionListClientOptions> monitor,
    string name,
    SessionListClientOptions first,
    ILogger logger)
{
    private SessionListClientOptions _last = first;
    private string? _told;

    public SessionListClientOptions Get()
    {
        try
        {
            return _last = monitor.Get(name);
        }
        catch (OptionsValidationException invalid)
        {
            var problems = string.Join(' ', invalid.Failures);
            if (Interlocked.Exchange(ref _told, problems) != problems)
                Log.ConfigurationRefused(logger, name, problems);

            return _last;
        }
    }
}
