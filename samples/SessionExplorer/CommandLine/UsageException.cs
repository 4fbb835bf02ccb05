namespace SessionExplorer.CommandLine;

/// <summary>An invalid command line. The message describes a valid one.</summary>
internal sealed class UsageException(string message) : Exception(message);
