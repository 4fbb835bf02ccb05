using System.Diagnostics.Contracts;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// Defines which sessions to list. A query is immutable and always valid. Each method returns a new query, so you can share a
/// base query and derive other queries from it.
/// </summary>
/// <remarks>
/// Two queries are equal if they send the same parameters to the service. In JSON, a query is its text (see
/// <see cref="ToString"/>).
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

    /// <summary>The period of the sessions (<c>period</c>).</summary>
    public SessionPeriod Period { get; private init; }

    /// <summary>The requested fields (<c>metrics</c>): the primary field first, without duplicates.</summary>
    public IReadOnlyList<Field> Columns { get; private init; }

    /// <summary>The filters (<c>filter</c>), combined with AND.</summary>
    public IReadOnlyList<DimensionFilter> Filters { get; private init; } = [];

    /// <summary>The conditions (<c>qoefilter</c>), combined with AND.</summary>
    public IReadOnlyList<MetricCondition> Conditions { get; private init; } = [];

    /// <summary>Whether the end or the start of a session must be in the period (<c>sessiontype</c>).</summary>
    /// <value>The default is <see cref="SessionType.Ended"/>.</value>
    public SessionType SessionType { get; private init; }

    /// <summary>Whether running and loaded sessions are also listed (<c>allstatus</c>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllStatuses { get; private init; }

    /// <summary>The field that defines the order (<c>orderby</c>); null for the default order of the service.</summary>
    public Field? SortField { get; private init; }

    /// <summary>Whether the order is descending (<c>order</c>).</summary>
    public bool SortDescending { get; private init; }

    /// <summary>The number of sessions to skip (<c>offset</c>); 0 unless <see cref="Skip"/> was called.</summary>
    public int Offset { get; private init; }

    /// <summary>The maximum number of sessions in the whole listing; null for all sessions.</summary>
    public int? MaxSessions { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> ExtraParameters { get; private init; } = [];

    /// <summary>Creates a query that requests a primary field and <see cref="SessionFields.Standard"/>.</summary>
    /// <remarks>According to the vendor's page, the primary field must be the first one in <c>metrics</c>.</remarks>
    /// <param name="lead">The primary field: the metric or dimension to investigate.</param>
    /// <param name="period">The period of the sessions.</param>
    /// <exception cref="ArgumentNullException">The field or the period is null.</exception>
    [Pure]
    public static SessionQuery For(Field lead, SessionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(period);
        return new(period, ColumnList.Distinct([lead, .. SessionFields.Standard]));
    }

    /// <summary>Replaces the period.</summary>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    [Pure]
    public SessionQuery WithPeriod(SessionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(this) { Period = period };
    }

    /// <summary>Replaces all fields except the primary field, including <see cref="SessionFields.Standard"/>.</summary>
    /// <remarks>The query always requests the metrics of its conditions and the field of its order.</remarks>
    /// <exception cref="ArgumentException">A field, or the list of fields, is null.</exception>
    [Pure]
    public SessionQuery Select(params Field[] columns) => Select((IEnumerable<Field>)columns);

    /// <inheritdoc cref="Select(Field[])"/>
    [Pure]
    public SessionQuery Select(IEnumerable<Field> columns) =>
        With([Columns[0], .. ColumnList.Check(columns, nameof(columns)), .. GetRequiredColumns()]);

    /// <summary>Adds fields. Duplicates are ignored.</summary>
    /// <exception cref="ArgumentException">A field, or the list of fields, is null.</exception>
    [Pure]
    public SessionQuery Include(params Field[] columns) => Include((IEnumerable<Field>)columns);

    /// <inheritdoc cref="Include(Field[])"/>
    [Pure]
    public SessionQuery Include(IEnumerable<Field> columns) =>
        With([.. Columns, .. ColumnList.Check(columns, nameof(columns))]);

    /// <summary>Adds a filter. Filters are combined with AND.</summary>
    /// <exception cref="ArgumentException">
    /// The query already has a filter on this dimension. Use <c>In</c> for a filter with several values.
    /// </exception>
    /// <exception cref="ArgumentNullException">The filter is null.</exception>
    [Pure]
    public SessionQuery Where(DimensionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Dimension is { } dimension && Filters.Count > 0 && Filters.Any(present => present.Dimension == dimension))
        {
            throw new ArgumentException(
                $"The query already has a filter on {dimension}. "
                    + "To match several values, use In(a, b). To replace the filter, call WithoutFilters() first.",
                nameof(filter));
        }

        return new(this) { Filters = [.. Filters, filter] };
    }

    /// <summary>Adds a condition. Conditions are combined with AND.</summary>
    /// <remarks>
    /// The query also requests the metric, because the service ignores conditions on metrics that are not requested.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The condition is null.</exception>
    [Pure]
    public SessionQuery Where(MetricCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(this)
        {
            Conditions = [.. Conditions, condition],
            Columns = condition.Metric is { } metric ? ColumnList.Add(Columns, metric) : Columns,
        };
    }

    /// <summary>Removes the filter and the conditions of a field. The requested fields do not change.</summary>
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

    /// <summary>Sorts the sessions in ascending order. Replaces the previous order.</summary>
    /// <remarks>The query also requests the field.</remarks>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    [Pure]
    public SessionQuery OrderBy(Field field) => Sort(field, descending: false);

    /// <summary>Sorts the sessions in descending order. Replaces the previous order.</summary>
    /// <remarks>The query also requests the field.</remarks>
    /// <exception cref="ArgumentNullException">The field is null.</exception>
    [Pure]
    public SessionQuery OrderByDescending(Field field) => Sort(field, descending: true);

    /// <summary>Sets whether the end or the start of a session must be in the period (<c>sessiontype</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is not a defined value.</exception>
    [Pure]
    public SessionQuery WithSessionType(SessionType type) => Enum.IsDefined(type)
        ? new(this) { SessionType = type }
        : throw new ArgumentOutOfRangeException(nameof(type), type, "A session type must be Ended or Started.");

    /// <summary>Also lists running and loaded sessions (<c>allstatus=1</c>).</summary>
    /// <param name="include">False reverts an earlier call.</param>
    [Pure]
    public SessionQuery WithAllStatuses(bool include = true) => new(this) { AllStatuses = include };

    /// <summary>Skips sessions at the beginning (<c>offset</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    [Pure]
    public SessionQuery Skip(int sessions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sessions);
        return new(this) { Offset = sessions };
    }

    /// <summary>Limits the number of sessions in the whole listing (<c>limit</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    [Pure]
    public SessionQuery Take(int sessions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sessions, 1);
        return new(this) { MaxSessions = sessions };
    }

    /// <summary>
    /// Adds a parameter that the library does not support, such as <c>businesserror=true</c>. A later call with the same name
    /// replaces the value.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The name is invalid (see <see cref="Field"/>), or the query sets the parameter itself. Or the value contains control
    /// characters or unpaired surrogates.
    /// </exception>
    /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
    [Pure]
    public SessionQuery WithParameter(string name, string value)
    {
        FieldName.Check(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        if (QueryParameters.Supported.Contains(name))
            throw new ArgumentException($"The query sets '{name}' itself. Use its other methods instead of WithParameter.",
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
        return new(this) { SortField = field, SortDescending = descending, Columns = ColumnList.Add(Columns, field) };
    }

    private IEnumerable<Field> GetRequiredColumns() =>
        Conditions.Select(condition => condition.Metric).Append(SortField).OfType<Field>();
}
