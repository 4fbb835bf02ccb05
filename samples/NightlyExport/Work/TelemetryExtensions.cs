using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NightlyExport.Work;

/// <summary>Writes spans and metrics of the worker and of the client to standard output.</summary>
internal static class TelemetryExtensions
{
    private const string ServiceName = "nightly-export";
    private const string Client = "MediaMelon.SessionList";

    /// <summary>In a deployment, replace the console exporter with AddOtlpExporter.</summary>
    public static void AddExportTelemetry(this IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(ServiceName))
        .WithTracing(tracing => tracing.AddSource(ExportTelemetry.Name, Client).AddConsoleExporter())
        .WithMetrics(metrics => metrics.AddMeter(ExportTelemetry.Name, Client).AddConsoleExporter());
}
