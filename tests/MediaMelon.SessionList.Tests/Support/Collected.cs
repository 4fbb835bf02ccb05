using System.Diagnostics;
using MediaMelon.SessionList.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Collects all logs, traces and metrics of the library, as an application does.</summary>
internal sealed class Collected : IDisposable
{
    private readonly List<Metric> _metrics = [];
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metering;

    public Collected()
    {
        Loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Log)));
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource(Instruments.Name).AddInMemoryExporter(Activities).Build();
        _metering = Sdk.CreateMeterProviderBuilder().AddMeter(Instruments.Name).AddInMemoryExporter(_metrics).Build();
    }

    public FakeLogCollector Log { get; } = new();

    public ILoggerFactory Loggers { get; }

    public List<Activity> Activities { get; } = [];

    public Activity Listing => Activities.Single(activity => activity.OperationName == "sessionlist listing");

    public IReadOnlyList<Activity> Pages => [.. Activities.Where(activity => activity.OperationName == "sessionlist page")];

    /// <summary>The current metrics, by name.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics()
    {
        _metrics.Clear();
        _metering.ForceFlush();
        return _metrics.ToDictionary(metric => metric.Name);
    }

    public FakeLogRecord Record(string name) => Log.GetSnapshot().Single(record => record.Id.Name == name);

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
        Loggers.Dispose();
    }
}
