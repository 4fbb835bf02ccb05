using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;

namespace SessionExplorer.RootCause;

/// <summary>Formats the command that lists the bad sessions of a segment, for a POSIX shell.</summary>
internal sealed class ListCommandText(Frame frame, BadRule rule, SessionQuery query)
{
    /// <returns><c>list --where cdn=Borealis --having 'latency&gt;5'</c>, or <c>sql</c> if <c>list</c> cannot express it. Null if
    /// neither can, because a value contains a control character.</returns>
    public string? Format(Segment segment)
    {
        var values = segment.Conditions.Where(condition => !condition.IsWindow).ToList();
        if (values.Any(condition => frame.Text(condition.Dimension, condition.Value)?.Any(char.IsControl) == true))
            return null;

        var window = segment.Conditions.Where(condition => condition.IsWindow).Cast<Condition?>().FirstOrDefault();
        var filters = values.Select(Filter).ToList();
        return rule.Having is not null && !filters.Contains(null)
            ? Line(
                ["list", .. Period(window), .. Scope(query), .. filters.SelectMany(filter => filter!), "--having", rule.Having])
            : Line(["sql", Select(values), .. Period(window), .. Scope(query)]);
    }

    private static string Line(IEnumerable<string> words) =>
        $"{ExplorerRoot.ProgramName} {string.Join(' ', words.Select(ShellWord.Quote))}";

    private string[] Period(Condition? window)
    {
        var (from, until) = window is { } bins
            ? (frame.Bins.StartOf(bins.Value), frame.Bins.StartOf(bins.Until))
            : (query.Period.Start, query.Period.End);
        string[] words = ["--from", Moment(from), "--to", Moment(until)];
        return window is not null || query.SessionType == SessionType.Started ? [.. words, "--started"] : words;
    }

    /// <summary>The options that select the same sessions, without the period.</summary>
    public static IEnumerable<string> Scope(SessionQuery query)
    {
        foreach (var filter in query.Filters)
            yield return filter.Dimension is { } dimension
                ? $"--where={ColumnText.Format(dimension)}={string.Join('|', filter.Values)}"
                : $"--where={filter.ToString().Trim('[', ']')}";
        foreach (var condition in query.Conditions)
            yield return condition.Metric is { } metric
                && condition.ToString() is var text
                && text.StartsWith(metric.Name, StringComparison.Ordinal)
                ? $"--having={ColumnText.Format(metric)}{text[metric.Name.Length..]}"
                : $"--having={condition}";
        if (query.AllStatuses)
            yield return "--all-statuses";
    }

    private string[]? Filter(Condition condition)
    {
        var dimension = frame.Dimensions[condition.Dimension];
        var text = frame.Text(condition.Dimension, condition.Value);
        if (dimension.Column is not { } column || text is null || query.Filters.Any(filter => filter.Dimension == column.Field))
            return null;

        // --where cannot express characters of the filter syntax, or blanks at the ends.
        var isPlain = text.Trim() == text && text.Length > 0 && text.IndexOfAny(['[', ']', '|', '=']) < 0;
        return isPlain ? ["--where", $"{ColumnText.Format(column.Field)}={text}"] : null;
    }

    private string Select(IEnumerable<Condition> values)
    {
        var conditions = values.Select(Sql).Append(rule.Sql);
        return $"select * from sessions where {string.Join(" and ", conditions)}";
    }

    private string Sql(Condition condition)
    {
        var dimension = frame.Dimensions[condition.Dimension];
        var text = frame.Text(condition.Dimension, condition.Value);
        if (dimension.Column is not { } column)
            return text is null
                ? "start_time is null"
                : string.Create(CultureInfo.InvariantCulture, $"date_part('hour', start_time) = {int.Parse(text, null)}");

        var name = $"\"{column.Name.Replace("\"", "\"\"")}\"";
        return text is null ? $"{name} is null"
            : column.Kind == ColumnKind.Flag ? $"{name} = {text}"
            : $"{name} = '{text.Replace("'", "''")}'";
    }

    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
