namespace MediaMelon.SessionList.Query;

/// <summary>Parses <c>metric&gt;value AND metric&gt;value</c>. Any other text becomes a raw condition.</summary>
internal static class ConditionParser
{
    private static readonly string[] Comparisons = [">=", "<=", ">", "<", "="];

    /// <remarks>
    /// A condition on a metric that is not requested also becomes raw. A typed condition would add the metric to the query.
    /// </remarks>
    public static IReadOnlyList<MetricCondition> Parse(string text, IReadOnlyList<Field> columns)
    {
        var conditions = new List<MetricCondition>();
        foreach (var part in text.Split(QueryParameters.And))
        {
            if (TryRead(part, columns) is not { } condition)
                return [MetricCondition.Raw(text)];

            conditions.Add(condition);
        }

        return conditions;
    }

    private static MetricCondition? TryRead(string part, IReadOnlyList<Field> columns)
    {
        foreach (var comparison in Comparisons)
        {
            var sign = part.IndexOf(comparison, StringComparison.Ordinal);
            if (sign < 0)
                continue;

            var metric = columns.FirstOrDefault(column => part.AsSpan(0, sign).SequenceEqual(column.Name));
            var value = part[(sign + comparison.Length)..];
            return metric is not null && IsPlainNumber(value) ? MetricCondition.Create(metric, comparison, value) : null;
        }

        return null;
    }

    private static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith("-") ? text[1..] : text;
        var point = digits.IndexOf('.');
        return point < 0 ? IsDigits(digits) : IsDigits(digits[..point]) && IsDigits(digits[(point + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
