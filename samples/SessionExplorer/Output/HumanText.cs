using System.Globalization;

namespace SessionExplorer.Output;

/// <summary>Formats values for people: with units, few digits, and times in the local zone.</summary>
internal static class HumanText
{
    private const string Missing = "-";

    // Longer durations are shown in minutes.
    private const double SecondsToCount = 120;

    public static string Format(object? value, ResultColumn column) =>
        value switch
        {
            null => Missing,
            double number when column.Unit == "s" && number >= SecondsToCount => WithUnit(Number(number / 60), "min"),
            double number => WithUnit(Number(number), column.Unit),
            long count => count.ToString("N0", CultureInfo.InvariantCulture),
            ExactNumber number => number.ToHumanText(),
            bool flag => flag ? "yes" : "no",
            DateTimeOffset time => time.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? Missing,
        };

    public static string WithUnit(string text, string unit) =>
        unit switch
        {
            "" => text,
            "%" => text + "%",
            _ => $"{text} {unit}",
        };

    // Three digits are enough: 12.3 s, 1.23 s, 4,567 s.
    public static string Number(double number) =>
        number.ToString(
            Math.Abs(number) switch
            {
                >= 100 => "#,0",
                >= 10 => "0.#",
                _ => "0.##",
            },
            CultureInfo.InvariantCulture);
}
