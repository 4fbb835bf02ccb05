namespace SessionExplorer.Watching;

/// <summary>How a service is polled.</summary>
internal sealed record WatchSettings
{
    /// <summary>The time between two polls.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The duration that the statistics cover.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The maximum delay of a session in the listing.</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The number of polls. Null for no limit.</summary>
    public int? Looks { get; init; }
}
