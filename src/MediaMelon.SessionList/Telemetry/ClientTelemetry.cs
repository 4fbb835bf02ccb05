using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>What the spans, metrics and log records of one client share.</summary>
/// <param name="Name">The name of the client; empty for the unnamed one.</param>
/// <param name="Logger">Takes the log. Its records have the client's name.</param>
/// <param name="Clock">Measures time.</param>
internal sealed record ClientTelemetry(string Name, ILogger Logger, TimeProvider Clock)
{
    /// <summary>The attribute of every span, metric and log record.</summary>
    public const string Attribute = "mediamelon.client.name";

    public KeyValuePair<string, object?> Tag { get; } = new(Attribute, Name);
}
