using System.Diagnostics;
using System.Diagnostics.Metrics;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>Records an hour as a span, the parent of the client's spans, and what was written as counters.</summary>
internal sealed class ExportTelemetry : IDisposable
{
    public const string Name = "NightlyExport";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Hours = Meter.CreateCounter<long>("nightly_export.hours", "{hour}", "Hours written.");
    private static readonly Counter<long> Sessions =
        Meter.CreateCounter<long>("nightly_export.sessions", "{session}", "Sessions written.");

    private static readonly Counter<long> LateSessions = Meter.CreateCounter<long>(
        "nightly_export.late_sessions", "{session}", "Sessions that a stored hour did not have when it was written.");

    private static readonly Counter<long> UnreadableValues = Meter.CreateCounter<long>(
        "nightly_export.unreadable_values", "{value}", "Values that could not be read and are null in the file.");

    private readonly Activity? _activity;
    private bool _isComplete;

    private ExportTelemetry(Activity? activity) => _activity = activity;

    public static ExportTelemetry Begin(ExportHour hour) =>
        new(Source.StartActivity("nightly hour")?.SetTag("nightly_export.partition", hour.Folder));

    public static void CountUnreadable(UnreadableValues values)
    {
        foreach (var (column, count) in values.ByColumn)
            UnreadableValues.Add(count, new KeyValuePair<string, object?>("column", column));
    }

    public void Complete(HourResult result)
    {
        _isComplete = true;
        Hours.Add(result.IsWritten ? 1 : 0);
        Sessions.Add(result.Written);
        LateSessions.Add(result.Late);
        _activity?.SetTag("nightly_export.sessions", result.Written);
    }

    public void Dispose()
    {
        if (!_isComplete)
            _activity?.SetStatus(ActivityStatusCode.Error);

        _activity?.Dispose();
    }
}
