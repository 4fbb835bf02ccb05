using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>Records every log record of every category, including state, scopes and exception.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _records = new();
    private IExternalScopeProvider? _scopes;

    /// <summary>The records as text.</summary>
    public IReadOnlyList<string> Records => [.. _records.Select(record => record.Text)];

    public IReadOnlyList<string> Of(LogLevel level) => [.. _records.Where(record => record.Level == level).Select(record => record.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Describe(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs
        ? string.Join(", ", pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={Value(pair.Value)}"))) + $" [{state}]"
        : $"{state}";

    private static string Value(object? value) => value is System.Collections.IEnumerable many and not string
        ? string.Join('|', many.Cast<object?>())
        : string.Create(CultureInfo.InvariantCulture, $"{value}");

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => capture._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = $"{logLevel} {category} {eventId} {formatter(state, exception)} | {Describe(state)} | {exception}";
            capture._scopes?.ForEachScope((scope, _) => text += $" | {Describe(scope)}", state);
            capture._records.Enqueue((logLevel, text));
        }
    }
}
