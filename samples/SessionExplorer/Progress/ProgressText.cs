using System.Globalization;
using SessionExplorer.Output;

namespace SessionExplorer.Progress;

internal static class ProgressText
{
    public static string Format(Tally tally, long already, TimeSpan elapsed)
    {
        var rate = tally.Sessions / Math.Max(elapsed.TotalSeconds, 0.001);
        var done = already + tally.Sessions;
        var text = Count(tally, already);

        // A total below the number of rows read is wrong: the service's counters contradict each other.
        return tally.Total is { } total && total >= done
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{text} of {total:N0}, {rate:N0} a second, {Left((total - done) / rate)} left")
            : string.Create(CultureInfo.InvariantCulture, $"{text}, {rate:N0} a second");
    }

    /// <summary>The text while no page arrives. It has no rate, as the rate would be outdated.</summary>
    public static string Waiting(Tally tally, long already, TimeSpan silence, string? retry)
    {
        var text = tally.Pages == 0 ? "No page yet" : Count(tally, already);
        return retry is null
            ? string.Create(CultureInfo.InvariantCulture, $"{text}, waiting for {silence.TotalSeconds:0} s")
            : $"{text}; {retry}";
    }

    public static string Count(Tally tally, long already) =>
        $"{Plural.Format(tally.Pages, "page")}, {Plural.Format(already + tally.Sessions, "session")}";

    private static string Left(double seconds) =>
        seconds switch
        {
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):0} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds / 60):0} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
        };
}
