namespace SessionExplorer.Statistics;

/// <summary>Quantiles of values in ascending order, interpolated as DuckDB's quantile_cont does.</summary>
internal static class Quantiles
{
    public static double Compute(IReadOnlyList<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
