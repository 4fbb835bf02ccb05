namespace MediaMelon.SessionList.Proxies;

/// <summary>A test of a listing through a proxy.</summary>
/// <param name="Name">The behavior of the proxy.</param>
/// <param name="Address">The address of the proxy.</param>
/// <param name="Concurrency">The number of concurrent requests.</param>
internal sealed record Scenario(string Name, string Address, int Concurrency)
{
    public int MaxRetries { get; init; } = 3;

    /// <summary>The delay between two pages. A long delay lets the proxy close idle connections.</summary>
    public TimeSpan PauseAfterPage { get; init; }

    /// <summary>The command that runs after the third page.</summary>
    public string? Command { get; init; }
}
