using System.Globalization;

namespace SessionExplorer.Output;

/// <summary>Formats values for programs: full numbers, ISO 8601 times in UTC, empty text for a missing value.</summary>
internal static class DataText
{
    public static string Format(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            DateTimeOffset time => Time(time),
            DateTime time => Time(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
