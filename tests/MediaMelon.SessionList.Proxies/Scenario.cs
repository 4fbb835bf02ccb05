namespace MediaMelon.SessionList.Proxies;

/// <summary>A way through a proxy.</summary>
/// <param name="Name">What the proxy does.</param>
/// <param name="Address">The proxy's address.</param>
/// <param name="Concurrency">The requests in flight.</param>
internal sealed record Scenario(string Name, string Address, int Concurrency)
{
    public int MaxRetries { get; init; } = 3;

    /// <summary>The time between two pages, so that idle connections are closed.</summary>
    public TimeSpan PauseAfterPage { get; init; }

    /// <summary>The command that runs after the third page.</summary>
    public string? Command { get; init; }
}
