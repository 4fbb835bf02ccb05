namespace NightlyExport.Targets;

/// <summary>A version of an hour's file.</summary>
/// <param name="Path">Where it is, in the notation of the target.</param>
/// <param name="Version">Differs from version to version: an ETag, or size and time of a file.</param>
internal sealed record StoredHour(string Path, string Version);
