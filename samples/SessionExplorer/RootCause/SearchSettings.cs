namespace SessionExplorer.RootCause;

/// <summary>Which findings are reported.</summary>
internal sealed record SearchSettings
{
    /// <summary>The accepted rate of false findings (Benjamini and Hochberg).</summary>
    public double FalseDiscoveryRate { get; init; } = 0.01;

    /// <summary>The minimum share of all bad sessions that a finding explains, 0 to 1.</summary>
    public double MinExplained { get; init; } = 0.03;

    public int MaxFindings { get; init; } = 5;
}
