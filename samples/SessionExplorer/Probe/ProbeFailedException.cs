namespace SessionExplorer.Probe;

/// <summary>A request of the probe has no usable response. The message is part of a finding.</summary>
internal sealed class ProbeFailedException(string message) : Exception(message);
