using System.Globalization;
using MediaMelon.SessionList;

namespace SessionExplorer.Reports;

/// <summary>Formats a period for readers in any time zone.</summary>
internal static class ReportPeriod
{
    public static string Format(SessionPeriod period) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"From {period.Start.UtcDateTime:yyyy-MM-dd HH:mm:ss} to {period.End.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.");
}
