namespace SessionExplorer.CommandLine;

/// <summary>A command line that cannot be run; the message says how it should be.</summary>
internal sealed class UsageException(string message) : Exception(message);
