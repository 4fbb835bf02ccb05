using System.Diagnostics.Contracts;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>A numeric field that a <c>qoefilter</c> condition can compare.</summary>
/// <remarks>
/// Values are formatted in the metric's wire unit, with the invariant culture and without an exponent:
/// <c>SessionMetrics.StartupTime &gt; TimeSpan.FromMilliseconds(1500)</c> is <c>latency&gt;1.5</c>.
/// The vendor's pages show only <c>&gt;</c>. It is not verified that the service supports the other comparisons.
/// </remarks>
/// <typeparam name="T">The type of the metric's values.</typeparam>
public sealed class Metric<T> : Field<T>
    where T : struct
{
    internal Metric(string name, ValueFormat<T> format)
        : base(name, format)
    {
    }

    /// <summary>Creates the condition <c>metric&gt;value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    /// <exception cref="ArgumentNullException">The metric is null.</exception>
    public static MetricCondition operator >(Metric<T> metric, T value) => Compare(metric, ">", value);

    /// <summary>Creates the condition <c>metric&lt;value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    /// <exception cref="ArgumentNullException">The metric is null.</exception>
    public static MetricCondition operator <(Metric<T> metric, T value) => Compare(metric, "<", value);

    /// <summary>Creates the condition <c>metric&gt;=value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    /// <exception cref="ArgumentNullException">The metric is null.</exception>
    public static MetricCondition operator >=(Metric<T> metric, T value) => Compare(metric, ">=", value);

    /// <summary>Creates the condition <c>metric&lt;=value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    /// <exception cref="ArgumentNullException">The metric is null.</exception>
    public static MetricCondition operator <=(Metric<T> metric, T value) => Compare(metric, "<=", value);

    /// <summary>Creates the condition <c>metric&gt;value</c>, as the operator <c>&gt;</c> does.</summary>
    /// <remarks>For languages that reserve the operator, such as F#.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    [Pure]
    public MetricCondition GreaterThan(T value) => this > value;

    /// <summary>Creates the condition <c>metric&gt;=value</c>, as the operator <c>&gt;=</c> does.</summary>
    /// <inheritdoc cref="GreaterThan"/>
    [Pure]
    public MetricCondition GreaterThanOrEqual(T value) => this >= value;

    /// <summary>Creates the condition <c>metric&lt;value</c>, as the operator <c>&lt;</c> does.</summary>
    /// <inheritdoc cref="GreaterThan"/>
    [Pure]
    public MetricCondition LessThan(T value) => this < value;

    /// <summary>Creates the condition <c>metric&lt;=value</c>, as the operator <c>&lt;=</c> does.</summary>
    /// <inheritdoc cref="GreaterThan"/>
    [Pure]
    public MetricCondition LessThanOrEqual(T value) => this <= value;

    /// <summary>Creates the condition <c>metric=value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    [Pure]
    public MetricCondition Is(T value) => Compare(this, "=", value);

    private static MetricCondition Compare(Metric<T> metric, string comparison, T value)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return MetricCondition.Create(metric, comparison, metric.Format.ToText(value, nameof(value)));
    }
}
