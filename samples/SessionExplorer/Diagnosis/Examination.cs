using System.Diagnostics;
using System.Globalization;
using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.Sources;

namespace SessionExplorer.Diagnosis;

/// <summary>The checks of <c>doctor</c>, in the order in which errors usually occur.</summary>
internal static class Examination
{
    private const int SessionsToLookAt = 20;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Invocation invocation)
    {
        var findings = new List<Finding>();
        if (FindSettings(invocation, findings) is not { } source)
            return findings;

        await using var _ = source;
        findings.Add(new("customer", source.CustomerId.ToString(CultureInfo.InvariantCulture)));
        findings.Add(
            new("address", source.IsBuiltIn ? "none: the built-in service runs in this process" : source.BaseAddress.ToString()));
        findings.AddRange(await AskAsync(source, invocation));
        return findings;
    }

    private static SessionSource? FindSettings(Invocation invocation, List<Finding> findings)
    {
        try
        {
            var settings = SourceOptions.Read(invocation.Parsed).ForDiagnosis();
            var source = SessionSource.Open(settings, invocation.BuiltIn, invocation.Progress);
            findings.Add(
                source.IsBuiltIn
                    ? new(
                        "settings",
                        "none: built-in data",
                        $"For your own data, set {SourceSettings.KeyVariable} and {SourceSettings.CustomerVariable}.")
                    : new("settings", $"{settings.Credential} and customer are set"));
            return source;
        }
        catch (Exception exception) when (IsSettingsError(exception))
        {
            findings.Add(new("settings", Failure.From(exception).Line, ExitCode: ExitCode.Error));
            return null;
        }
    }

    // A missing, an unreadable and an invalid file each cause a different exception.
    private static bool IsSettingsError(Exception exception) =>
        exception is SettingsException or OptionsValidationException or IOException or InvalidDataException
            or UnauthorizedAccessException or InvalidOperationException or FormatException;

    private static async Task<IReadOnlyList<Finding>> AskAsync(SessionSource source, Invocation invocation)
    {
        var query = SessionQuery
            .For(SessionMetrics.StartupTime, SessionPeriod.Last(TimeSpan.FromHours(1), invocation.Clock))
            .Select(KnownColumns.All.Select(column => column.Field))
            .Take(SessionsToLookAt);
        var begun = Stopwatch.GetTimestamp();
        invocation.Progress.Begin(query, paging: null);
        try
        {
            var page = await source.Client.GetPageAsync(query, cancellationToken: invocation.Cancellation);
            return [Describe(page, Stopwatch.GetElapsedTime(begun), source), Check(page, query)];
        }
        catch (Exception exception) when (exception is SessionListException or InvalidOperationException)
        {
            var failure = Failure.From(exception);
            return [new("request", failure.Found, failure.Advice, failure.ExitCode)];
        }
        finally
        {
            invocation.Progress.End();
        }
    }

    private static Finding Describe(SessionPage page, TimeSpan took, SessionSource source)
    {
        var responded = string.Create(
            CultureInfo.InvariantCulture,
            $"{(source.IsBuiltIn ? "the built-in service " : "")}responded in {took.TotalMilliseconds:0} ms");
        return page.Sessions.Count > 0
            ? new("request", responded)
            : new("request", responded + ", without a session", "No session ended in the last hour: is this the right customer?");
    }

    private static Finding Check(SessionPage page, SessionQuery query)
    {
        var unreadable = new UnreadableValues();
        unreadable.Add(page.Sessions, query.Columns);
        return unreadable.Warning is null
            ? new("values", $"all of {Plural.Format(page.Sessions.Count, "session")} can be read")
            : new(
                "values",
                $"of {Plural.Format(page.Sessions.Count, "session")} some cannot be read: {unreadable.Counts}",
                "They are treated as missing in every command; 'list --output json' shows which sessions lack them.",
                ExitCode.Error);
    }
}
