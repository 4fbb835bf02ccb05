namespace SessionExplorer.RootCause;

/// <summary>The number of sessions, and how many of them are bad.</summary>
internal readonly record struct Counts(int Sessions, int Bad)
{
    /// <summary>The share of bad sessions, 0 to 1. 0 without sessions.</summary>
    public double Rate => Sessions == 0 ? 0 : (double)Bad / Sessions;

    public static Counts operator -(Counts all, Counts part) => new(all.Sessions - part.Sessions, all.Bad - part.Bad);

    public static Counts operator +(Counts one, Counts other) => new(one.Sessions + other.Sessions, one.Bad + other.Bad);
}
