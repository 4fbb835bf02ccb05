namespace SessionExplorer.Probe;

/// <summary>A period in whole seconds. It may be a single second, which the query of the library does not allow.</summary>
internal readonly record struct ProbePeriod(long Start, long End)
{
    public static ProbePeriod Ending(DateTimeOffset end, TimeSpan duration) =>
        new(end.ToUnixTimeSeconds() - (long)duration.TotalSeconds, end.ToUnixTimeSeconds());

    /// <summary>Whether the time is inside the period, and not on one of its bounds.</summary>
    public bool IsStrictlyInside(double time) => time > Start && time < End;

    public bool IsOutside(double time) => time < Start || time > End;

    public override string ToString() => FormattableString.Invariant($"start={Start},end={End}");
}
