using System.Globalization;
using System.Text.RegularExpressions;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Reads <c>latency&gt;3</c> and <c>startup&gt;1500ms</c>. A number without a unit is in the API's unit.</summary>
internal static partial class HavingText
{
    private const string Rule =
        "A condition of --having must be METRIC>NUMBER, with >, <, >=, <= or =, such as \"latency>3\" or \"playtime<90s\".";

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static MetricCondition Parse(string text)
    {
        if (Condition().Match(text) is not { Success: true } match)
            throw new UsageException(Rule);

        var column = ColumnNames.FindMetric(match.Groups["metric"].Value.Trim());
        var comparison = match.Groups["comparison"].Value;
        var value = match.Groups["value"].Value.Trim();
        return column.Field switch
        {
            Metric<TimeSpan> metric => Compare(metric, comparison, Duration(value, column)),
            Metric<double> metric => Compare(metric, comparison, Number(value, column)),
            Metric<long> metric => Compare(metric, comparison, Count(value, column)),
            _ => throw new UsageException(Rule),
        };
    }

    private static MetricCondition Compare<T>(Metric<T> metric, string comparison, T value)
        where T : struct =>
        comparison switch
        {
            ">" => metric > value,
            "<" => metric < value,
            ">=" => metric >= value,
            "<=" => metric <= value,
            _ => metric.Is(value),
        };

    private static TimeSpan Duration(string text, Column column)
    {
        if (DurationText.TryParse(text, out var duration))
            return duration;

        var seconds = Number(text, column) * (column.Unit == "min" ? 60 : 1);
        return Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"The number for {column.Name} in --having is out of range.");
    }

    private static double Number(string text, Column column)
    {
        var digits = column.Unit == "%" && text.EndsWith('%') ? text[..^1] : text;
        if (!double.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number))
            throw new UsageException(Rule);

        return double.IsFinite(number)
            ? number
            : throw new UsageException($"The number for {column.Name} in --having is out of range.");
    }

    private static long Count(string text, Column column)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            return count;

        throw double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new UsageException($"{column.Name} is a count: --having compares it with a whole number of at most 19 digits.")
            : new UsageException(Rule);
    }

    [GeneratedRegex("^(?<metric>[^<>=]+)(?<comparison>>=|<=|>|<|=)(?<value>[^<>=]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
