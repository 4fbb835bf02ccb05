using System.Globalization;
using System.Runtime.CompilerServices;

namespace MediaMelon.SessionList.Query;

/// <summary>Formats the parameters of a query.</summary>
internal static class QueryFormatter
{
    private static readonly System.Buffers.SearchValues<char> Reserved = System.Buffers.SearchValues.Create("%&+#");

    public static List<KeyValuePair<string, string>> CreateParameters(SessionQuery query, int? limit, long offset)
    {
        var parameters = new List<KeyValuePair<string, string>>(12 + query.ExtraParameters.Count);
        Add(QueryParameters.Period, query.Period.ToString());
        Add(QueryParameters.Metrics, FormatNames(query.Columns));
        Add(QueryParameters.AggregateBy, QueryParameters.BySession);

        if (query.SessionType == SessionType.Started)
            Add(QueryParameters.SessionType, QueryParameters.Started);

        if (query.AllStatuses)
            Add(QueryParameters.AllStatus, "1");

        if (query.Filters.Count > 0)
            Add(QueryParameters.Filter, query.Filters.Count == 1 ? query.Filters[0].ToString() : string.Concat(query.Filters));

        if (query.Conditions.Count > 0)
            Add(QueryParameters.QoeFilter, FormatConditions(query.Conditions));

        if (query.SortField is { } sortField)
        {
            Add(QueryParameters.OrderBy, sortField.Name);
            Add(QueryParameters.Order, query.SortDescending ? QueryParameters.Descending : QueryParameters.Ascending);
        }

        if (limit is { } maximum)
            Add(QueryParameters.Limit, maximum.ToString(CultureInfo.InvariantCulture));

        if (offset > 0)
            Add(QueryParameters.Offset, offset.ToString(CultureInfo.InvariantCulture));

        parameters.AddRange(query.ExtraParameters);
        return parameters;

        void Add(string name, string value) => parameters.Add(new(name, value));
    }

    /// <summary>Formats name=value&amp;name=value. Escapes only reserved characters.</summary>
    public static string FormatReadable(List<KeyValuePair<string, string>> parameters) => Join(parameters, EscapeReserved);

    /// <summary>Formats name=value&amp;name=value, fully percent-encoded.</summary>
    public static string FormatEscaped(List<KeyValuePair<string, string>> parameters) => Join(parameters, Uri.EscapeDataString);

    /// <remarks>Without --globoff, curl interprets brackets as patterns, and the vendor's examples fail.</remarks>
    public static string FormatCurl(string url) =>
        $"""
        curl --globoff \
          --url '{url.Replace("'", @"'\''", StringComparison.Ordinal)}' \
          --header "X-API-Key: $MEDIAMELON_API_KEY"
        """.ReplaceLineEndings("\n");

    private static string FormatNames(IReadOnlyList<Field> columns)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        for (var i = 0; i < columns.Count; i++)
        {
            text.AppendLiteral(i == 0 ? "" : ",");
            text.AppendLiteral(columns[i].Name);
        }

        return text.ToStringAndClear();
    }

    private static string FormatConditions(IReadOnlyList<MetricCondition> conditions) =>
        conditions.Count == 1 ? conditions[0].ToString() : string.Join(QueryParameters.And, conditions);

    private static string Join(List<KeyValuePair<string, string>> parameters, Func<string, string> escape)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[512]);
        var isFirst = true;
        foreach (var (name, value) in parameters)
        {
            text.AppendLiteral(isFirst ? "" : "&");
            text.AppendLiteral(name);
            text.AppendLiteral("=");
            text.AppendLiteral(escape(value));
            isFirst = false;
        }

        return text.ToStringAndClear();
    }

    private static string EscapeReserved(string value) => !value.AsSpan().ContainsAny(Reserved)
        ? value
        : value.Replace("%", "%25", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal)
            .Replace("+", "%2B", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);
}
