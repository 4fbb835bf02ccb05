namespace SessionExplorer.Sources;

/// <summary>Invalid settings. The message describes what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);
