using System.Globalization;
using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

internal static class PeriodCode
{
    public static string Format(SessionPeriod period, TimeSpan? last) =>
        last is { } duration
            ? $"SessionPeriod.Last({DurationCode.Format(duration)})"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"SessionPeriod.FromUnixSeconds({period.Start.ToUnixTimeSeconds()}, {period.End.ToUnixTimeSeconds()})");
}
