namespace SessionExplorer.Comparison;

/// <summary>A segment that explains a part of the change.</summary>
/// <param name="Change">The segment, without the sessions of earlier findings.</param>
/// <param name="Kind">How it changed.</param>
/// <param name="Effect">Its effect on the bad rate of all sessions, as a difference of shares.</param>
/// <param name="P">The probability of such a difference by chance (chi-square test).</param>
internal sealed record ChangeFinding(ValueChange Change, ChangeKind Kind, double Effect, double P);
