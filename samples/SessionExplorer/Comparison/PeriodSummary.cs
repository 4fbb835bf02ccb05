using SessionExplorer.RootCause;
using SessionExplorer.Statistics;

namespace SessionExplorer.Comparison;

/// <summary>A summary of a period.</summary>
internal sealed record PeriodSummary(IReadOnlyList<double> Sorted, Counts Counts)
{
    public double? Median => Quantile(0.5);

    public double? P95 => Quantile(0.95);

    public static PeriodSummary Create(Sample sample, BadRule rule) =>
        new([.. sample.Measures.Order()], new(sample.Count, sample.Measures.Count(rule.IsBad)));

    private double? Quantile(double share) => Sorted.Count == 0 ? null : Quantiles.Compute(Sorted, share);
}
