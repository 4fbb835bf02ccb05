namespace SessionExplorer.Sources;

/// <summary>Settings that cannot be used; the message says what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);
