namespace NightlyExport.Targets;

/// <summary>A target that cannot be read or written. The message contains no credential.</summary>
internal sealed class TargetException(string message, Exception? innerException = null) : Exception(message, innerException);
