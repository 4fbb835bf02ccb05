using System.Globalization;
using System.Text.RegularExpressions;

namespace SessionExplorer.CommandLine;

/// <summary>Reads durations: <c>90s</c>, <c>15m</c>, <c>24h</c>, <c>7d</c>, <c>1h30m</c>.</summary>
internal static partial class DurationText
{
    public const string Rule = "A duration must be a number with a unit, such as 1500ms, 90s, 15m, 24h, 7d or 1h30m.";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (!Whole().IsMatch(text))
            return false;

        var seconds = Part().Matches(text).Sum(part => Number(part.Groups[1].Value) * Seconds(part.Groups[2].Value));
        if (seconds <= 0 || seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return false;

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static double Seconds(string unit) =>
        unit switch
        {
            "ms" => 0.001,
            "s" => 1,
            "m" or "min" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => 7 * 86400,
        };

    [GeneratedRegex(@"^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|min|m|h|d|w))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(\d{1,9}(?:\.\d{1,9})?)(ms|s|min|m|h|d|w)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
