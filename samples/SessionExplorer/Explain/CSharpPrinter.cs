using System.Globalization;
using System.Text;
using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

/// <summary>Prints a query as the C# that builds it.</summary>
internal static class CSharpPrinter
{
    private static readonly HashSet<string> Modelled =
    [
        "period",
        "metrics",
        "aggby",
        "sessiontype",
        "allstatus",
        "filter",
        "qoefilter",
        "orderby",
        "order",
        "limit",
        "offset",
    ];

    public static string Print(SessionQuery query, TimeSpan? last = null)
    {
        var code = new StringBuilder("var query = SessionQuery.For(")
            .Append(FieldCode.Format(query.Columns[0]))
            .Append(", ")
            .Append(PeriodCode.Format(query.Period, last))
            .Append(')');
        foreach (var step in Steps(query))
            code.Append("\n    .").Append(step);

        return code.Append(';').ToString();
    }

    private static IEnumerable<string> Steps(SessionQuery query)
    {
        if (ColumnsCode.Format(query) is { } columns)
            yield return columns;
        foreach (var filter in query.Filters)
            yield return $"Where({FilterCode.Format(filter)})";
        foreach (var condition in query.Conditions)
            yield return $"Where({ConditionCode.Format(condition)})";
        if (query.SessionType == SessionType.Started)
            yield return "WithSessionType(SessionType.Started)";
        if (query.AllStatuses)
            yield return "WithAllStatuses()";
        if (query.SortField is { } field)
            yield return $"{(query.SortDescending ? "OrderByDescending" : "OrderBy")}({FieldCode.Format(field)})";
        if (query.Offset > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Skip({query.Offset})");
        if (query.MaxSessions is { } sessions)
            yield return string.Create(CultureInfo.InvariantCulture, $"Take({sessions})");
        foreach (var (name, value) in query.ToParameters().Where(parameter => !Modelled.Contains(parameter.Key)))
            yield return $"WithParameter({Literal.Format(name)}, {Literal.Format(value)})";
    }
}
