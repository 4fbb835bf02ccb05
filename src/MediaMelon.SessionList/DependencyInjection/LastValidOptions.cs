using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>The current options, or the last valid ones if the current ones are invalid or could not be created.</summary>
/// <remarks>
/// Changes that arrive through <see cref="ValidChanges"/> are valid. A user's own binding may bring others, and a user's own
/// configuration of the options may throw anything.
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
        var problem = OptionsAttempt.Problem(() => _last = monitor.Get(name));

        // The same problem is logged once, and again if it returns after valid options.
        if (Interlocked.Exchange(ref _logged, problem) != problem && problem is not null)
            Log.ConfigurationRefused(logger, name, problem);

        return _last;
    }
}
