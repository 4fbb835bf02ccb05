namespace SessionExplorer.Sources;

/// <summary>A clock that stands still, so that the same command shows the same screen.</summary>
internal sealed class PinnedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
