using System.Globalization;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Query;

/// <summary>Reads a query string or a URL back into a query.</summary>
/// <remarks>
/// What is wrong with the text comes back as a sentence that begins with the parameter's name; null means that all was read.
/// </remarks>
internal static class QueryParser
{
    public static string? Read(string text, out SessionQuery? query)
    {
        query = null;
        return ParameterList.Parse(text, out var parameters)
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
        if (!parameters.Remove(QueryParameters.Period, out var periodText))
            return "period: missing. It must read period=start=SECONDS,end=SECONDS.";

        if (SessionPeriod.Read(periodText, out var period) is { } periodProblem)
            return $"period: '{periodText}' is no period. {periodProblem}";

        if (!parameters.Remove(QueryParameters.Metrics, out var metrics))
            return "metrics: missing. It must name at least one column.";

        var columns = new List<Field>();
        foreach (var name in metrics.Split(',', StringSplitOptions.TrimEntries))
        {
            if (FieldName.Problem(name) is { } error)
                return $"metrics: {error}";

            columns.Add(KnownFields.Named(name));
        }

        if (parameters.Remove(QueryParameters.AggregateBy, out var aggregateBy) && !Is(aggregateBy, QueryParameters.BySession))
            return $"aggby: '{aggregateBy}' is not possible here; sessions are listed by sessionid.";

        query = SessionQuery.For(columns[0], period!).Select(columns);
        return null;
    }

    private static string? ReadKind(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(QueryParameters.SessionType, out var type))
        {
            if (!Is(type, QueryParameters.Ended) && !Is(type, QueryParameters.Started))
                return $"sessiontype: '{type}' is neither ended nor started.";

            query = query.WithSessionType(Is(type, QueryParameters.Started) ? SessionType.Started : SessionType.Ended);
        }

        if (parameters.Remove(QueryParameters.AllStatus, out var allStatus))
        {
            if (allStatus.Trim() is not ("0" or "1"))
                return $"allstatus: '{allStatus}' is neither 0 nor 1.";

            query = query.WithAllStatuses(allStatus.Trim() == "1");
        }

        return null;
    }

    private static string? ReadFilters(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(QueryParameters.Filter, out var filter) && filter.Length > 0)
        {
            if (FilterParser.GetError(filter) is { } error)
                return $"filter: {error}";

            foreach (var part in FilterParser.Filters(filter))
                query = query.Where(part);
        }

        if (parameters.Remove(QueryParameters.QoeFilter, out var qoeFilter) && qoeFilter.Length > 0)
        {
            if (FilterParser.GetError(qoeFilter) is { } error)
                return $"qoefilter: {error}";

            foreach (var part in ConditionParser.Conditions(qoeFilter, query.Columns))
                query = query.Where(part);
        }

        return null;
    }

    private static string? ReadOrder(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        var descending = true; // the vendor's default
        if (parameters.Remove(QueryParameters.Order, out var order))
        {
            if (!Is(order, QueryParameters.Ascending) && !Is(order, QueryParameters.Descending))
                return $"order: '{order}' is neither asc nor desc.";

            descending = Is(order, QueryParameters.Descending);
        }

        if (!parameters.Remove(QueryParameters.OrderBy, out var orderBy))
            return null;

        if (FieldName.Problem(orderBy.Trim()) is { } error)
            return $"orderby: {error}";

        var field = KnownFields.Named(orderBy.Trim());
        query = descending ? query.OrderByDescending(field) : query.OrderBy(field);
        return null;
    }

    private static string? ReadWindow(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(QueryParameters.Limit, out var limit))
        {
            if (!TryReadNumber(limit, out var sessions) || sessions < 1)
                return $"limit: '{limit}' is no number from 1 to {int.MaxValue}.";

            query = query.Take(sessions);
        }

        if (parameters.Remove(QueryParameters.Offset, out var offset))
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
            if (QueryParameters.Modelled.TryGetValue(name, out var modelled))
                return $"{name}: write it {modelled}.";

            // The name is not repeated: where an & in a filter's value was not escaped, it is a piece of that value.
            if (FieldName.Problem(name) is not null)
                return "A parameter has a name that is not possible. Is there an & in a value? There it must be written %26.";

            if (RequestText.GetError(value) is { } error)
                return $"{name}: {error}";

            start = start.WithParameter(name, value);
        }

        query = start;
        return null;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Is(string text, string word) => text.AsSpan().Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
