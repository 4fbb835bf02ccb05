namespace SessionExplorer.Probe;

/// <summary>The result of one check.</summary>
/// <param name="Check">The id of the check, as docs/vendor-notes.md names it.</param>
/// <param name="Verdict">Whether the assumption holds.</param>
/// <param name="Found">What the service does. Counts and types, never a value of a dimension.</param>
/// <param name="Meaning">What it means for the user, with the option to set. Empty if nothing has to be done.</param>
internal sealed record ProbeFinding(string Check, ProbeVerdict Verdict, string Found, string Meaning = "");
