using System.Diagnostics.Contracts;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// What to list: immutable and always valid. Every step returns a new query, so a base query can be shared and forked.
/// </summary>
/// <remarks>
/// Two queries are equal when they request the same from the service. In JSON, a query is its text (see <see cref="ToString"/>).
/// </remarks>
[JsonConverter(typeof(SessionQueryJsonConverter))]
public sealed partial class SessionQuery : IEquatable<SessionQuery>, IParsable<SessionQuery>
{
    private SessionQuery(SessionPeriod period, IReadOnlyList<Field> columns)
    {
        Period = period;
        Columns = columns;
    }

    private SessionQuery(SessionQuery original)
    {
        Period = original.Period;
        Columns = original.Columns;
        Filters = original.Filters;
        Conditions = original.Conditions;
        SessionType = original.SessionType;
        AllStatuses = original.AllStatuses;
        SortField = original.SortField;
        SortDescending = original.SortDescending;
        Offset = original.Offset;
        MaxSessions = original.MaxSessions;
        ExtraParameters = original.ExtraParameters;
    }

    /// <summary>The time covered (<c>period</c>).</summary>
    public SessionPeriod Period { get; private init; }

    /// <summary>What <c>metrics</c> will name: the lead first, no repeats.</summary>
    public IReadOnlyList<Field> Columns { get; private init; }

    /// <summary>The filters (<c>filter</c>), all of which a session must meet.</summary>
    public IReadOnlyList<DimensionFilter> Filters { get; private init; } = [];

    /// <summary>The conditions (<c>qoefilter</c>), all of which a session must meet.</summary>
    public IReadOnlyList<MetricCondition> Conditions { get; private init; } = [];

    /// <summary>Which time decides whether a session belongs to the period (<c>sessiontype</c>).</summary>
    /// <value>The default is <see cref="SessionType.Ended"/>.</value>
    public SessionType SessionType { get; private init; }

    /// <summary>Whether running and loaded sessions are listed too (<c>allstatus</c>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllStatuses { get; private init; }

    /// <summary>The field that decides the order (<c>orderby</c>); null for the service's own order.</summary>
    public Field? SortField { get; private init; }

    /// <summary>Whether the greatest comes first (<c>order</c>).</summary>
    public bool SortDescending { get; private init; }

    /// <summary>Sessions to pass over at the beginning (<c>offset</c>); 0 unless <see cref="Skip"/> was called.</summary>
    public int Offset { get; private init; }

    /// <summary>The most sessions that the whole listing may return; null for all.</summary>
    public int? MaxSessions { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> ExtraParameters { get; private init; } = [];

    /// <summary>
    /// A query led by the metric (or dimension) under investigation, followed by <see cref="SessionFields.Standard"/>.
    /// </summary>
    /// <remarks>The vendor's page asks for the lead to come first in <c>metrics</c>.</remarks>
    /// <exception cref="ArgumentNullException">The lead or the period is null.</exception>
    [Pure]
    public static SessionQuery For(Field lead, SessionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(period);
        return new(period, ColumnList.Distinct([lead, .. SessionFields.Standard]));
    }

    /// <summary>The same query over another period.</summary>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    [Pure]
    public SessionQuery WithPeriod(SessionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(this) { Period = period };
    }

    /// <summary>The columns that follow the lead: replaces them, <see cref="SessionFields.Standard"/> included.</summary>
    /// <remarks>The metrics of conditions and the order's field stay columns whatever is selected, before or after.</remarks>
    /// <exception cref="ArgumentException">A column, or the list of them, is null.</exception>
    [Pure]
    public SessionQuery Select(params Field[] columns) => Select((IEnumerable<Field>)columns);

    /// <inheritdoc cref="Select(Field[])"/>
    [Pure]
    public SessionQuery Select(IEnumerable<Field> columns) =>
        With([Columns[0], .. ColumnList.Check(columns, nameof(columns)), .. NeededColumns()]);

    /// <summary>Columns in addition to the present ones; repeats are ignored.</summary>
    /// <exception cref="ArgumentException">A column, or the list of them, is null.</exception>
    [Pure]
    public SessionQuery Include(params Field[] columns) => Include((IEnumerable<Field>)columns);

    /// <inheritdoc cref="Include(Field[])"/>
    [Pure]
    public SessionQuery Include(IEnumerable<Field> columns) =>
        With([.. Columns, .. ColumnList.Check(columns, nameof(columns))]);

    /// <summary>Only the sessions that meet the filter. Filters on several dimensions are joined by AND.</summary>
    /// <exception cref="ArgumentException">
    /// There is a filter on this dimension already; one filter holds several values by <c>In</c>.
    /// </exception>
    /// <exception cref="ArgumentNullException">The filter is null.</exception>
    [Pure]
    public SessionQuery Where(DimensionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Dimension is { } dimension && Filters.Count > 0 && Filters.Any(present => present.Dimension == dimension))
        {
            throw new ArgumentException(
                $"The query has a filter on {dimension} already. "
                    + "To match several values use In(a, b); to replace the filter call WithoutFilters() first.",
                nameof(filter));
        }

        return new(this) { Filters = [.. Filters, filter] };
    }

    /// <summary>Only the sessions that meet the condition. Conditions are joined by AND.</summary>
    /// <remarks>
    /// The metric becomes a column if it is none: the service ignores a condition on a metric that it was not asked for.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The condition is null.</exception>
    [Pure]
    public SessionQuery Where(MetricCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(this)
        {
            Conditions = [.. Conditions, condition],
            Columns = condition.Metric is { } metric ? ColumnList.With(Columns, metric) : Columns,
        };
    }

    /// <summary>Takes away the field's filter and conditions, so that a base query can be narrowed anew. Columns stay.</summary>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    [Pure]
    public SessionQuery WithoutFilters(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(this)
        {
            Filters = [.. Filters.Where(filter => filter.Dimension != field)],
            Conditions = [.. Conditions.Where(condition => condition.Metric != field)],
        };
    }

    /// <summary>
    /// The smallest or earliest first. The field becomes a column if it is none. A later call replaces the order.
    /// </summary>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    [Pure]
    public SessionQuery OrderBy(Field field) => Sort(field, descending: false);

    /// <summary>
    /// The greatest or latest first. The field becomes a column if it is none. A later call replaces the order.
    /// </summary>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    [Pure]
    public SessionQuery OrderByDescending(Field field) => Sort(field, descending: true);

    /// <summary>Which time of a session decides whether it belongs to the period (<c>sessiontype</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is none of the two.</exception>
    [Pure]
    public SessionQuery WithSessionType(SessionType type) => Enum.IsDefined(type)
        ? new(this) { SessionType = type }
        : throw new ArgumentOutOfRangeException(nameof(type), type, "A session type is Ended or Started.");

    /// <summary>Lists running and loaded sessions too (<c>allstatus=1</c>).</summary>
    /// <param name="include">False takes an earlier call back.</param>
    [Pure]
    public SessionQuery WithAllStatuses(bool include = true) => new(this) { AllStatuses = include };

    /// <summary>Passes over so many sessions at the beginning (<c>offset</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    [Pure]
    public SessionQuery Skip(int sessions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sessions);
        return new(this) { Offset = sessions };
    }

    /// <summary>The most sessions that the whole listing may return (<c>limit</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    [Pure]
    public SessionQuery Take(int sessions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sessions, 1);
        return new(this) { MaxSessions = sessions };
    }

    /// <summary>
    /// A parameter that this library does not model, such as <c>businesserror=true</c>. A later call with the same name replaces
    /// the value.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule told at <see cref="Field"/> or belongs to a parameter that the library models, or the value holds
    /// control characters.
    /// </exception>
    /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
    [Pure]
    public SessionQuery WithParameter(string name, string value)
    {
        FieldName.Check(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        if (QueryParameters.Modelled.Contains(name))
            throw new ArgumentException($"The query models '{name}': use its own methods instead of a parameter of that name.",
                nameof(name));

        var parameter = KeyValuePair.Create(name, RequestText.CheckCharacters(value, nameof(value)));
        return new(this)
        {
            ExtraParameters = ExtraParameters.Any(present => present.Key == name)
                ? [.. ExtraParameters.Select(present => present.Key == name ? parameter : present)]
                : [.. ExtraParameters, parameter],
        };
    }

    private SessionQuery With(Span<Field> columns) => new(this) { Columns = ColumnList.Distinct(columns) };

    private SessionQuery Sort(Field field, bool descending)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(this) { SortField = field, SortDescending = descending, Columns = ColumnList.With(Columns, field) };
    }

    private IEnumerable<Field> NeededColumns() =>
        Conditions.Select(condition => condition.Metric).Append(SortField).OfType<Field>();
}
