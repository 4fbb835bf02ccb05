using System.Globalization;
using System.Text.Json;
using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using SessionExplorer.CommandLine;
using SessionExplorer.Output;
using SessionExplorer.Sources;

namespace SessionExplorer.Errors;

/// <summary>An exception for the user of the command: one line, advice, and the exit code.</summary>
internal sealed record Failure(int ExitCode, string Found, string Advice = "")
{
    public string Line => CellText.Visible($"{Found} {Advice}".TrimEnd());

    public static Failure From(Exception exception) =>
        exception switch
        {
            OperationCanceledException => new(Errors.ExitCode.Interrupted, "Interrupted."),
            UsageException or ArgumentException => new(Errors.ExitCode.Usage, Sentence.From(exception)),
            SessionListException failure => FromServiceError(failure),
            OptionsValidationException invalid => new(Errors.ExitCode.Error, string.Join(' ', invalid.Failures)),
            InvalidDataException { InnerException: { } inner } => new(Errors.ExitCode.Error, DescribeFileError(exception, inner)),
            IOException full when FullDisk.IsReason(full) => new(
                Errors.ExitCode.Error,
                Sentence.From(exception).TrimEnd('.') + ".",
                "Free space. Continue an export to a file with --resume."),
            _ => new(Errors.ExitCode.Error, Sentence.From(exception)),
        };

    // The configuration names the file. The JSON reader has the line, counted from 0.
    private static string DescribeFileError(Exception exception, Exception inner)
    {
        var json = inner as JsonException ?? inner.InnerException as JsonException;
        var line = json?.LineNumber is { } number
            ? string.Create(CultureInfo.InvariantCulture, $" It is not JSON at line {number + 1}.")
            : $" {Sentence.From(inner)}";
        return Sentence.From(exception) + line;
    }

    private static Failure FromServiceError(SessionListException exception)
    {
        var advice = Errors.Advice.For(exception);
        return exception switch
        {
            SessionListApiException { IsAccessDenied: true } refused => new(
                Errors.ExitCode.NotAuthorised,
                ResponseBody.IsPage(refused.Body)
                    ? Invariant($"The request was refused ({(int)refused.StatusCode}).")
                    : Invariant($"The service refused the credential ({(int)refused.StatusCode}).")
                        + ResponseBody.Excerpt(refused.Body),
                advice),
            SessionListApiException { IsThrottled: true } throttled => new(
                Errors.ExitCode.Throttled,
                Throttled(throttled.RetryAfter),
                advice),
            SessionListApiException failed => new(
                Errors.ExitCode.Error,
                Invariant($"The service returned status {(int)failed.StatusCode} ({failed.StatusCode}){Target(failed)}.")
                    + ResponseBody.Excerpt(failed.Body),
                advice),
            _ => new(Errors.ExitCode.Error, Sentence.From(exception), advice),
        };
    }

    private static string Target(SessionListApiException failed) =>
        (int)failed.StatusCode is >= 300 and < 400 && LastResponse.RedirectHost is { } host ? $", a redirect to {host}" : "";

    private static string Throttled(TimeSpan? retryAfter) =>
        retryAfter is { } wait
            ? Invariant($"The service requests a wait of {Math.Ceiling(wait.TotalSeconds)} s (429).")
            : "The service limits the number of requests (429).";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
