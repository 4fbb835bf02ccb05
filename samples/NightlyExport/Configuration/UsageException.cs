namespace NightlyExport.Configuration;

/// <summary>A command line that cannot be understood; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
