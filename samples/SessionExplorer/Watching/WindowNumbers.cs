using SessionExplorer.RootCause;
using SessionExplorer.Statistics;

namespace SessionExplorer.Watching;

/// <summary>The statistics of the window.</summary>
/// <param name="Sessions">All sessions of the window.</param>
/// <param name="PerMinute">Sessions for each minute.</param>
/// <param name="Counts">Sessions that have a value of the metric, and how many of them are bad.</param>
/// <param name="P95">The 95th percentile of the metric (the 5th if low values are bad). Null without values.</param>
/// <param name="WithErrors">Sessions with errors.</param>
/// <param name="Worst">The worst sessions, the worst first.</param>
/// <param name="IsCut">Whether sessions were discarded because of the maximum number.</param>
internal sealed record WindowNumbers(
    int Sessions,
    double PerMinute,
    Counts Counts,
    double? P95,
    int WithErrors,
    IReadOnlyList<WatchedSession> Worst,
    bool IsCut)
{
    private const int MaxWorst = 5;

    public static WindowNumbers From(RecentSessions recent, TimeSpan window, BadRule? rule)
    {
        var all = recent.All.ToList();
        var isBelow = rule?.IsBelow == true;
        double[] values = [.. all.Select(session => session.Measure).OfType<double>().Order()];
        var worst = all.Where(session => session.Measure is not null)
            .OrderBy(session => isBelow ? session.Measure : -session.Measure)
            .ThenByDescending(session => session.Time)
            .Take(MaxWorst);
        return new(
            all.Count,
            all.Count / window.TotalMinutes,
            new(values.Length, rule is null ? 0 : values.Count(rule.IsBad)),
            values.Length == 0 ? null : Quantiles.Compute(values, isBelow ? 0.05 : 0.95),
            all.Count(session => session.Session.Errors > 0 || session.Session.FatalErrors > 0),
            [.. worst],
            recent.IsCut);
    }
}
