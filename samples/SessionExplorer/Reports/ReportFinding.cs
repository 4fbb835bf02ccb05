namespace SessionExplorer.Reports;

/// <summary>A finding of a report.</summary>
/// <param name="Sentence">The finding in a sentence.</param>
/// <param name="Command">The command that lists its sessions. Null if no command can list them.</param>
/// <param name="Ids">Ids of sessions.</param>
internal sealed record ReportFinding(string Sentence, string? Command, IReadOnlyList<string> Ids);
