using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The name, the logger and the clock that the telemetry of one client uses.</summary>
/// <param name="Name">The name of the client; empty for the unnamed one.</param>
/// <param name="Logger">The logger. It adds the client's name to each record.</param>
/// <param name="Clock">The clock that measures durations.</param>
internal sealed record ClientTelemetry(string Name, ILogger Logger, TimeProvider Clock)
{
    /// <summary>The attribute of every span, metric and log record.</summary>
    public const string Attribute = "mediamelon.client.name";

    public KeyValuePair<string, object?> Tag { get; } = new(Attribute, Name);
}
