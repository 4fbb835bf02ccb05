using System.Globalization;
using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

internal static class ConditionCode
{
    private static readonly string[] Comparisons = [">=", "<=", ">", "<", "="];

    public static string Format(MetricCondition condition)
    {
        var text = condition.ToString();
        if (condition.Metric is not { } metric || !text.StartsWith(metric.Name, StringComparison.Ordinal))
            return Raw(text);

        var rest = text[metric.Name.Length..];
        var comparison = Comparisons.FirstOrDefault(sign => rest.StartsWith(sign, StringComparison.Ordinal));
        return comparison is not null && Value(metric, rest[comparison.Length..]) is { } value
            ? Compare(FieldCode.Format(metric), comparison, value)
            : Raw(text);
    }

    private static string Compare(string metric, string comparison, string value) =>
        comparison == "=" ? $"{metric}.Is({value})" : $"{metric} {comparison} {value}";

    private static string? Value(Field metric, string text) =>
        metric switch
        {
            Metric<TimeSpan> duration => FieldCode.IsInMinutes(duration)
                ? $"TimeSpan.FromMinutes({text})"
                : $"TimeSpan.FromSeconds({text})",
            Metric<double> => text,
            Metric<long> => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : null,
            _ => null,
        };

    private static string Raw(string text) => $"MetricCondition.Raw({Literal.Format(text)})";
}
