using System.Diagnostics;
using System.Globalization;
using MediaMelon.SessionList;
using Microsoft.Extensions.Options;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Sources;

namespace SessionExplorer.Diagnosis;

/// <summary>The checks of <c>doctor</c>, in the order in which things go wrong.</summary>
internal static class Examination
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Invocation invocation)
    {
        var findings = new List<Finding>();
        if (FindSettings(invocation, findings) is not { } source)
            return findings;

        await using var _ = source;
        findings.Add(new("customer", source.CustomerId.ToString(CultureInfo.InvariantCulture)));
        findings.Add(new("address", source.BaseAddress.ToString()));
        findings.Add(await AskAsync(source.Client, invocation));
        return findings;
    }

    private static SessionSource? FindSettings(Invocation invocation, List<Finding> findings)
    {
        try
        {
            var source = SessionSource.Open(SourceOptions.Read(invocation.Parsed).WithoutPatience(), invocation.BuiltIn);
            findings.Add(
                source.IsBuiltIn
                    ? new(
                        "settings",
                        "none: built-in data",
                        $"For your own, set {SourceSettings.KeyVariable} and {SourceSettings.CustomerVariable}.")
                    : new("settings", "key and customer are set"));
            return source;
        }
        catch (Exception exception) when (exception is SettingsException or OptionsValidationException or InvalidDataException)
        {
            findings.Add(new("settings", Failure.Of(exception).Line, ExitCode: ExitCode.Error));
            return null;
        }
    }

    private static async Task<Finding> AskAsync(ISessionListClient client, Invocation invocation)
    {
        var query = SessionQuery
            .For(SessionMetrics.StartupTime, SessionPeriod.Last(TimeSpan.FromHours(1), invocation.Clock))
            .Take(1);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var page = await client.GetPageAsync(query, cancellationToken: invocation.Cancellation);
            var took = Stopwatch.GetElapsedTime(begun);
            return page.Sessions.Count > 0
                ? new("request", string.Create(CultureInfo.InvariantCulture, $"answered in {took.TotalMilliseconds:0} ms"))
                : new(
                    "request",
                    string.Create(CultureInfo.InvariantCulture, $"answered in {took.TotalMilliseconds:0} ms, without a session"),
                    "No session ended in the last hour: is this the right customer?");
        }
        catch (SessionListException exception)
        {
            var failure = Failure.Of(exception);
            return new("request", failure.Found, failure.Advice, failure.ExitCode);
        }
    }
}
