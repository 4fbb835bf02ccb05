using System.Globalization;
using MediaMelon.SessionList;

namespace ScaleTool;

/// <summary>Computes counts, sums and 95th percentiles by CDN and hour from the sessions, without a database.</summary>
internal static class TruthTable
{
    private const double Percentile = 0.95;

    public static void Write(IEnumerable<VideoSession> sessions, string path)
    {
        var groups = sessions.Where(Day.Exports)
            .GroupBy(session => (session.EndTime!.Value.Hour, Cdn: session.Cdn ?? ""))
            .OrderBy(group => group.Key.Hour).ThenBy(group => group.Key.Cdn, StringComparer.Ordinal);

        using var writer = new StreamWriter(path);
        writer.WriteLine("hour,cdn,sessions,watch_seconds,p95_startup_seconds");
        foreach (var group in groups)
            writer.WriteLine(Line(group.Key.Hour, group.Key.Cdn, [.. group]));
    }

    private static string Line(int hour, string cdn, VideoSession[] sessions)
    {
        var watched = sessions.Sum(session => session.WatchTime?.TotalSeconds ?? 0);
        double[] startups = [.. sessions.Select(session => session.StartupTime?.TotalSeconds).OfType<double>().Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{hour},{cdn},{sessions.Length},{watched:F3},{Interpolate(startups):F6}");
    }

    // Same definition as quantile_cont of DuckDB and quantileExactInclusive of ClickHouse.
    private static double? Interpolate(double[] sorted)
    {
        if (sorted.Length == 0)
            return null;

        var position = Percentile * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
