using MediaMelon.SessionList;
using SessionExplorer.RootCause;

namespace SessionExplorer.Reports;

/// <summary>The rate of bad sessions in equal parts of a period, by the start time of the sessions.</summary>
internal sealed record TimeSeries(IReadOnlyList<double?> Rates, TimeSpan Step)
{
    public static TimeSeries Create(Sample sample, Func<double, bool> isBad, SessionPeriod period, int points)
    {
        var (start, seconds) = (period.Start.ToUnixTimeSeconds(), Math.Max(1, (long)period.Duration.TotalSeconds));
        points = (int)Math.Min(points, seconds);
        var counts = new Counts[points];
        for (var row = 0; row < sample.Count; row++)
        {
            var at = (sample.Times[row] - start) * points / seconds;
            if (sample.Times[row] >= start && at < points)
                counts[at] += new Counts(1, isBad(sample.Measures[row]) ? 1 : 0);
        }

        return new(
            [.. counts.Select(count => count.Sessions == 0 ? (double?)null : count.Rate)],
            period.Duration / points);
    }
}
