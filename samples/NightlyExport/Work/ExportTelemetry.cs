using System.Diagnostics;
using System.Diagnostics.Metrics;
using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>An hour as a span, above the client's own, and what was written as counters.</summary>
internal sealed class ExportTelemetry : IDisposable
{
    public const string Name = "NightlyExport";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Hours = Meter.CreateCounter<long>("nightly_export.hours", "{hour}", "Hours written.");
    private static readonly Counter<long> Sessions =
        Meter.CreateCounter<long>("nightly_export.sessions", "{session}", "Sessions written.");

    private readonly Activity? _activity;
    private bool _isWritten;

    private ExportTelemetry(Activity? activity) => _activity = activity;

    public static ExportTelemetry Begin(ExportHour hour) =>
        new(Source.StartActivity("nightly hour")?.SetTag("nightly_export.partition", hour.Folder));

    public void Wrote(long sessions)
    {
        _isWritten = true;
        Hours.Add(1);
        Sessions.Add(sessions);
        _activity?.SetTag("nightly_export.sessions", sessions);
    }

    public void Dispose()
    {
        if (!_isWritten)
            _activity?.SetStatus(ActivityStatusCode.Error);

        _activity?.Dispose();
    }
}
