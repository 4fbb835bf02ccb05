namespace NightlyExport.Configuration;

/// <summary>An invalid command line or setting. The message says what is valid.</summary>
internal sealed class UsageException(string message) : Exception(message);
