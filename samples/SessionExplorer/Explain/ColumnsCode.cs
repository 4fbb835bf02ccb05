using MediaMelon.SessionList;

namespace SessionExplorer.Explain;

/// <summary>The step that names columns. Empty if the query has only the default columns.</summary>
internal static class ColumnsCode
{
    public static string? Format(SessionQuery query)
    {
        var standard = SessionQuery.For(query.Columns[0], query.Period).Columns;
        if (query.Columns.SequenceEqual(standard.Concat(NeededBySteps(query)).Distinct()))
            return null;

        var startsAsStandard = query.Columns.Take(standard.Count).SequenceEqual(standard);
        return startsAsStandard
            ? $"Include({Join(query.Columns.Skip(standard.Count))})"
            : $"Select({Join(query.Columns.Skip(1))})";
    }

    private static IEnumerable<Field> NeededBySteps(SessionQuery query) =>
        query.Conditions.Select(condition => condition.Metric).Append(query.SortField).OfType<Field>();

    private static string Join(IEnumerable<Field> fields) => string.Join(", ", fields.Select(FieldCode.Format));
}
