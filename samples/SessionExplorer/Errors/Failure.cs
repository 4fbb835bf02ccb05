using System.Globalization;
using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Errors;

/// <summary>What an exception means to whoever ran the command: one line, what to do, and the exit code.</summary>
internal sealed record Failure(int ExitCode, string Found, string Advice = "")
{
    public string Line => $"{Found} {Advice}".TrimEnd();

    public static Failure Of(Exception exception) =>
        exception switch
        {
            OperationCanceledException => new(Errors.ExitCode.Interrupted, "Interrupted."),
            UsageException or ArgumentException => new(Errors.ExitCode.Usage, Sentence.Of(exception)),
            SessionListException failure => OfService(failure),
            OptionsValidationException invalid => new(Errors.ExitCode.Error, string.Join(' ', invalid.Failures)),
            _ => new(Errors.ExitCode.Error, Sentence.Of(exception)),
        };

    private static Failure OfService(SessionListException exception)
    {
        var advice = Errors.Advice.For(exception);
        return exception switch
        {
            SessionListApiException { IsAccessDenied: true } refused => new(
                Errors.ExitCode.NotAuthorised,
                string.Create(CultureInfo.InvariantCulture, $"The service refused the key ({(int)refused.StatusCode})."),
                advice),
            SessionListApiException { IsThrottled: true } throttled => new(
                Errors.ExitCode.Throttled,
                Throttled(throttled.RetryAfter),
                advice),
            _ => new(Errors.ExitCode.Error, Sentence.Of(exception), advice),
        };
    }

    private static string Throttled(TimeSpan? retryAfter) =>
        retryAfter is { } wait
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The service asks to wait for {Math.Ceiling(wait.TotalSeconds)} s (429).")
            : "The service asks to slow down (429).";
}
