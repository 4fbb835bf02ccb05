namespace SessionExplorer.Sources;

/// <summary>A clock with a fixed time, so that the same command has the same output.</summary>
internal sealed class PinnedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
