using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using SessionExplorer.CommandLine;
using SessionExplorer.Sources;

namespace SessionExplorer.Errors;

/// <summary>What an exception means to whoever ran the command: one line, and the exit code.</summary>
internal sealed record Failure(int ExitCode, string Line)
{
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(Errors.ExitCode.Interrupted, "Interrupted."),
        SessionListApiException { IsAccessDenied: true } refused => new(
            Errors.ExitCode.NotAuthorised,
            $"The service refused the key ({(int)refused.StatusCode}): check {SourceSettings.KeyVariable} and {SourceSettings.CustomerVariable}, or run doctor."),
        SessionListApiException { IsThrottled: true } throttled => new(Errors.ExitCode.Throttled, Throttled(throttled.RetryAfter)),
        UsageException usage => new(Errors.ExitCode.Usage, usage.Message),
        OptionsValidationException invalid => new(Errors.ExitCode.Error, string.Join(' ', invalid.Failures)),
        _ => new(Errors.ExitCode.Error, OnOneLine(exception.Message)),
    };

    private static string Throttled(TimeSpan? retryAfter) => retryAfter is { } wait
        ? $"The service asks to slow down; try again in {Math.Ceiling(wait.TotalSeconds)} s."
        : "The service asks to slow down; try again later.";

    private static string OnOneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
