namespace SessionExplorer.Probe;

/// <summary>The result of one check.</summary>
/// <param name="Check">The id of the check, as docs/vendor-notes.md names it.</param>
/// <param name="Verdict">Whether the assumption is correct.</param>
/// <param name="Found">The behaviour of the service. Contains counts and types, but no value of a dimension.</param>
/// <param name="Meaning">The consequence for the user, with the option to set. Empty if no action is necessary.</param>
internal sealed record ProbeFinding(string Check, ProbeVerdict Verdict, string Found, string Meaning = "");
