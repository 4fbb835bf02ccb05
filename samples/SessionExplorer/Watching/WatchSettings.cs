namespace SessionExplorer.Watching;

/// <summary>How a service is polled.</summary>
internal sealed record WatchSettings
{
    /// <summary>The time between two polls.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time whose sessions the numbers are about.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How late a session may appear in the listing.</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The number of looks; null for no limit.</summary>
    public int? Looks { get; init; }
}
