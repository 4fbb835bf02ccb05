using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>Records all telemetry: logs, activities, measurements, and events of the networking stack.</summary>
internal sealed class Capture : IDisposable
{
    private readonly ConcurrentQueue<string> _records = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Events _events;

    public Capture()
    {
        _activities = new()
        {
            ShouldListenTo = source => !source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _records.Enqueue(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);

        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<byte>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<short>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<int>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<long>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<float>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<double>(RecordMeasurement);
        _meters.SetMeasurementEventCallback<decimal>(RecordMeasurement);
        _meters.Start();

        _events = new(_records);
    }

    public LogCapture Logs { get; } = new();

    public IReadOnlyList<string> Everything => [.. _records, .. Logs.Records];

    public void Dispose()
    {
        _events.Dispose();
        _meters.Dispose();
        _activities.Dispose();
        Logs.Dispose();
    }

    private static string Describe(Activity activity)
    {
        var tags = string.Join(' ', activity.TagObjects.Select(Describe));
        var events = string.Join(' ', activity.Events.Select(item => $"{item.Name} {string.Join(' ', item.Tags.Select(Describe))}"));
        var baggage = string.Join(' ', activity.Baggage.Select(item => $"{item.Key}={item.Value}"));
        var links = string.Join(' ', activity.Links.SelectMany(link => link.Tags ?? []).Select(Describe));
        return $"activity {activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} {tags} {events} {baggage} {links}";
    }

    private static string Describe(KeyValuePair<string, object?> pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}");

    private void RecordMeasurement<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var text = $"measurement {instrument.Meter.Name} {instrument.Name} {measurement}";
        foreach (var tag in tags)
            text += $" {Describe(tag)}";

        _records.Enqueue(text);
    }

    private sealed class Events(ConcurrentQueue<string> records) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal) || eventSource.Name.StartsWith("Microsoft-Extensions", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            records.Enqueue($"event {eventData.EventSource.Name} {eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? Empty)}");

        private static System.Collections.ObjectModel.ReadOnlyCollection<object?> Empty =>
            System.Collections.ObjectModel.ReadOnlyCollection<object?>.Empty;
    }
}
