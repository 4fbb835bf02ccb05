namespace SessionExplorer.Explain;

internal static class DurationCode
{
    public static string Format(TimeSpan duration) =>
        "TimeSpan."
        + duration switch
        {
            { Hours: 0, Minutes: 0, Seconds: 0, Milliseconds: 0, Days: > 1 } => $"FromDays({duration.Days})",
            { Minutes: 0, Seconds: 0, Milliseconds: 0 } => $"FromHours({(long)duration.TotalHours})",
            { Seconds: 0, Milliseconds: 0 } => $"FromMinutes({(long)duration.TotalMinutes})",
            _ => $"FromSeconds({Literal.Format(duration.TotalSeconds)})",
        };
}
