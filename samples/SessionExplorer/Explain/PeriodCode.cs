using System.Globalization;
using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

internal static class PeriodCode
{
    public static string Of(SessionPeriod period, TimeSpan? last) =>
        last is { } duration
            ? $"SessionPeriod.Last({DurationCode.Of(duration)})"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"SessionPeriod.FromUnixSeconds({period.Start.ToUnixTimeSeconds()}, {period.End.ToUnixTimeSeconds()})");
}
