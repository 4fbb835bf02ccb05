namespace SessionExplorer.Statistics;

/// <summary>Computes quantiles of values in ascending order, with the interpolation of DuckDB's quantile_cont.</summary>
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
