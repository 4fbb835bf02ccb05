using System.Globalization;
using MediaMelon.SessionList.Columns;

namespace MediaMelon.SessionList.Query;

/// <summary>Reads a query string or a URL back into a query.</summary>
/// <remarks>
/// What is wrong with the text comes back as a sentence that begins with the parameter's name; null means that all was read.
/// </remarks>
internal static class QueryReader
{
    public static string? Read(string text, out SessionQuery? query)
    {
        query = null;
        return ParameterList.Read(text, out var parameters)
            ?? ReadBase(parameters, out var start)
            ?? ReadKind(parameters, ref start)
            ?? ReadFilters(parameters, ref start)
            ?? ReadOrder(parameters, ref start)
            ?? ReadWindow(parameters, ref start)
            ?? ReadRest(parameters, start, out query);
    }

    private static string? ReadBase(Dictionary<string, string> parameters, out SessionQuery query)
    {
        query = null!;
        if (!parameters.Remove(ParameterNames.Period, out var periodText))
            return "period: missing. It must read period=start=SECONDS,end=SECONDS.";

        if (SessionPeriod.Read(periodText, out var period) is { } periodProblem)
            return $"period: '{periodText}' is no period. {periodProblem}";

        if (!parameters.Remove(ParameterNames.Metrics, out var metrics))
            return "metrics: missing. It must name at least one column.";

        var columns = new List<Field>();
        foreach (var name in metrics.Split(',', StringSplitOptions.TrimEntries))
        {
            if (FieldName.Problem(name) is { } problem)
                return $"metrics: {problem}";

            columns.Add(KnownFields.Named(name));
        }

        if (parameters.Remove(ParameterNames.AggregateBy, out var aggregateBy) && !Is(aggregateBy, ParameterWords.BySession))
            return $"aggby: '{aggregateBy}' is not possible here; sessions are listed by sessionid.";

        query = SessionQuery.For(columns[0], period!).Select(columns);
        return null;
    }

    private static string? ReadKind(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(ParameterNames.SessionType, out var type))
        {
            if (!Is(type, ParameterWords.Ended) && !Is(type, ParameterWords.Started))
                return $"sessiontype: '{type}' is neither ended nor started.";

            query = query.WithSessionType(Is(type, ParameterWords.Started) ? SessionType.Started : SessionType.Ended);
        }

        if (parameters.Remove(ParameterNames.AllStatus, out var allStatus))
        {
            if (allStatus.Trim() is not ("0" or "1"))
                return $"allstatus: '{allStatus}' is neither 0 nor 1.";

            query = query.WithAllStatuses(allStatus.Trim() == "1");
        }

        return null;
    }

    private static string? ReadFilters(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(ParameterNames.Filter, out var filter) && filter.Length > 0)
        {
            if (FilterReader.Problem(filter) is { } problem)
                return $"filter: {problem}";

            foreach (var part in FilterReader.Filters(filter))
                query = query.Where(part);
        }

        if (parameters.Remove(ParameterNames.QoeFilter, out var qoeFilter) && qoeFilter.Length > 0)
        {
            if (FilterReader.Problem(qoeFilter) is { } problem)
                return $"qoefilter: {problem}";

            foreach (var part in ConditionReader.Conditions(qoeFilter, query.Columns))
                query = query.Where(part);
        }

        return null;
    }

    private static string? ReadOrder(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        var descending = true; // the vendor's default
        if (parameters.Remove(ParameterNames.Order, out var order))
        {
            if (!Is(order, ParameterWords.Ascending) && !Is(order, ParameterWords.Descending))
                return $"order: '{order}' is neither asc nor desc.";

            descending = Is(order, ParameterWords.Descending);
        }

        if (!parameters.Remove(ParameterNames.OrderBy, out var orderBy))
            return null;

        if (FieldName.Problem(orderBy.Trim()) is { } problem)
            return $"orderby: {problem}";

        var field = KnownFields.Named(orderBy.Trim());
        query = descending ? query.OrderByDescending(field) : query.OrderBy(field);
        return null;
    }

    private static string? ReadWindow(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(ParameterNames.Limit, out var limit))
        {
            if (!TryReadNumber(limit, out var sessions) || sessions < 1)
                return $"limit: '{limit}' is no number from 1 to {int.MaxValue}.";

            query = query.Take(sessions);
        }

        if (parameters.Remove(ParameterNames.Offset, out var offset))
        {
            if (!TryReadNumber(offset, out var sessions))
                return $"offset: '{offset}' is no number from 0 to {int.MaxValue}.";

            query = query.Skip(sessions);
        }

        return null;
    }

    private static string? ReadRest(Dictionary<string, string> parameters, SessionQuery start, out SessionQuery? query)
    {
        query = null;
        foreach (var (name, value) in parameters)
        {
            if (ParameterNames.Modelled.TryGetValue(name, out var modelled))
                return $"{name}: write it {modelled}.";

            // The name is not repeated: where an & in a filter's value was not escaped, it is a piece of that value.
            if (FieldName.Problem(name) is not null)
                return "A parameter has a name that is not possible. Is there an & in a value? There it must be written %26.";

            if (WireText.Problem(value) is { } problem)
                return $"{name}: {problem}";

            start = start.WithParameter(name, value);
        }

        query = start;
        return null;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Is(string text, string word) => text.AsSpan().Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
