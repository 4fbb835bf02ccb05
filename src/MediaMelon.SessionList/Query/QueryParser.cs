using System.Globalization;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Query;

/// <summary>Parses a query string or a URL.</summary>
/// <remarks>
/// The methods return null if the text is valid. A validation error begins with the name of the parameter.
/// </remarks>
internal static class QueryParser
{
    public static string? Read(string text, out SessionQuery? query)
    {
        query = null;
        return ParameterList.Parse(text, out var parameters)
            ?? ReadPeriodAndFields(parameters, out var start)
            ?? ReadTypeAndStatus(parameters, ref start)
            ?? ReadFilters(parameters, ref start)
            ?? ReadOrder(parameters, ref start)
            ?? ReadLimitAndOffset(parameters, ref start)
            ?? ReadExtraParameters(parameters, start, out query);
    }

    private static string? ReadPeriodAndFields(Dictionary<string, string> parameters, out SessionQuery query)
    {
        query = null!;
        if (!parameters.Remove(QueryParameters.Period, out var periodText))
            return "period: missing. It must have the format period=start=SECONDS,end=SECONDS.";

        if (SessionPeriod.Read(periodText, out var period) is { } periodError)
            return $"period: '{periodText}' is not a period. {periodError}";

        if (!parameters.Remove(QueryParameters.Metrics, out var metrics))
            return "metrics: missing. It must name at least one field.";

        var columns = new List<Field>();
        foreach (var name in metrics.Split(',', StringSplitOptions.TrimEntries))
        {
            if (FieldName.GetError(name) is { } error)
                return $"metrics: {error}";

            columns.Add(KnownFields.GetOrCreate(name));
        }

        if (parameters.Remove(QueryParameters.AggregateBy, out var aggregateBy) && !Is(aggregateBy, QueryParameters.BySession))
            return $"aggby: '{aggregateBy}' is not supported. Sessions are listed by sessionid.";

        query = SessionQuery.For(columns[0], period!).Select(columns);
        return null;
    }

    private static string? ReadTypeAndStatus(Dictionary<string, string> parameters, ref SessionQuery query)
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

            foreach (var part in FilterParser.Parse(filter))
                query = query.Where(part);
        }

        if (parameters.Remove(QueryParameters.QoeFilter, out var qoeFilter) && qoeFilter.Length > 0)
        {
            if (FilterParser.GetError(qoeFilter) is { } error)
                return $"qoefilter: {error}";

            foreach (var part in ConditionParser.Parse(qoeFilter, query.Columns))
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

        if (FieldName.GetError(orderBy.Trim()) is { } error)
            return $"orderby: {error}";

        var field = KnownFields.GetOrCreate(orderBy.Trim());
        query = descending ? query.OrderByDescending(field) : query.OrderBy(field);
        return null;
    }

    private static string? ReadLimitAndOffset(Dictionary<string, string> parameters, ref SessionQuery query)
    {
        if (parameters.Remove(QueryParameters.Limit, out var limit))
        {
            if (!TryReadNumber(limit, out var sessions) || sessions < 1)
                return $"limit: '{limit}' is not a number from 1 to {int.MaxValue}.";

            query = query.Take(sessions);
        }

        if (parameters.Remove(QueryParameters.Offset, out var offset))
        {
            if (!TryReadNumber(offset, out var sessions))
                return $"offset: '{offset}' is not a number from 0 to {int.MaxValue}.";

            query = query.Skip(sessions);
        }

        return null;
    }

    private static string? ReadExtraParameters(Dictionary<string, string> parameters, SessionQuery start, out SessionQuery? query)
    {
        query = null;
        foreach (var (name, value) in parameters)
        {
            if (QueryParameters.Supported.TryGetValue(name, out var supported))
                return $"{name}: use the name {supported}.";

            // The error does not contain the name. If an & in a filter value is not escaped, the name is a part of that value.
            if (FieldName.GetError(name) is not null)
                return "A parameter has an invalid name. If a value contains &, write it as %26.";

            if (RequestText.GetError(value) is { } error)
                return $"{name}: {error}";

            start = start.WithParameter(name, value);
        }

        query = start;
        return null;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Is(string text, string value) => text.AsSpan().Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
}
