using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>Adds the client's name to the state of each log record. The message is unchanged.</summary>
internal sealed class ClientLogger(ILogger logger, string name) : ILogger
{
    private readonly KeyValuePair<string, object?> _name = new(ClientTelemetry.Attribute, name);

    public static ILogger Create(ILoggerFactory loggers, string name) =>
        new ClientLogger(loggers.CreateLogger(Telemetry.Log.Category), name);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            var named = new ClientLogState(_name, values, failure => formatter(state, failure));
            logger.Log(logLevel, eventId, named, exception, static (named, failure) => named.Format(failure));
        }
        else
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
