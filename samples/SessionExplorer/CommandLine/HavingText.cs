using System.Globalization;
using System.Text.RegularExpressions;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.CommandLine;

/// <summary>Reads <c>latency&gt;3</c> and <c>startup&gt;1500ms</c>. A bare number is in the unit of the API.</summary>
internal static partial class HavingText
{
    private const string Rule =
        "A condition of --having is METRIC>NUMBER, with >, <, >=, <= or =, such as \"latency>3\" or \"playtime<90s\".";

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
            Metric<double> metric => Compare(metric, comparison, Number(value)),
            Metric<long> metric => Compare(metric, comparison, (long)Number(value)),
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

        return column.Unit == "min" ? TimeSpan.FromMinutes(Number(text)) : TimeSpan.FromSeconds(Number(text));
    }

    private static double Number(string text) =>
        double.TryParse(
            text.TrimEnd('%'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : throw new UsageException(Rule);

    [GeneratedRegex("^(?<metric>[^<>=]+)(?<comparison>>=|<=|>|<|=)(?<value>[^<>=]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
