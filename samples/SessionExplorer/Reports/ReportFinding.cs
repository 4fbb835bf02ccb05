namespace SessionExplorer.Reports;

/// <summary>A finding of a report.</summary>
/// <param name="Sentence">The finding in a sentence.</param>
/// <param name="Command">The command that lists its sessions; null if there is none.</param>
/// <param name="Ids">Ids of sessions.</param>
internal sealed record ReportFinding(string Sentence, string? Command, IReadOnlyList<string> Ids);
