using Microsoft.Extensions.Logging;
using SessionExplorer.Progress;

namespace SessionExplorer.Sources;

/// <summary>Forwards the retries that the client logs to the progress line.</summary>
internal sealed class RetryLog(ProgressLine progress) : ILoggerProvider, ILogger
{
    private const string Category = "MediaMelon.SessionList";
    private const string AttemptFailed = "AttemptFailed";

    public ILogger CreateLogger(string categoryName) =>
        categoryName == Category ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name != AttemptFailed || state is not IReadOnlyList<KeyValuePair<string, object?>> values)
            return;

        if (Find(values, "Attempt") is int attempt && Find(values, "Seconds") is double seconds)
            progress.ReportRetry(attempt + 1, TimeSpan.FromSeconds(seconds), Describe(Find(values, "Reason")?.ToString()));
    }

    public void Dispose() { }

    // The log contains a status, or the type of an exception.
    private static string Describe(string? reason) =>
        reason switch
        {
            [>= '0' and <= '9', ..] => reason,
            { } when reason.Contains("Timeout", StringComparison.Ordinal) => "a timeout",
            _ => "a failed connection",
        };

    private static object? Find(IReadOnlyList<KeyValuePair<string, object?>> values, string name) =>
        values.FirstOrDefault(value => value.Key == name).Value;
}
