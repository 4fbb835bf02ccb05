using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// One <c>metric&gt;value</c> condition of <c>qoefilter</c>, made by comparing a <see cref="Metric{T}"/> with a value.
/// </summary>
public sealed record MetricCondition
{
    private readonly string _text;

    private MetricCondition(Field? metric, string text)
    {
        Metric = metric;
        _text = text;
    }

    /// <summary>The metric compared; null for <see cref="Raw"/>.</summary>
    public Field? Metric { get; }

    /// <summary>
    /// A condition in the service's grammar, sent as written, for grammar that this library does not know.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is nothing but white space, or holds control characters or half a surrogate pair.
    /// </exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static MetricCondition Raw(string text) => new(null, RequestText.Check(text, nameof(text)));

    /// <summary>The condition as it is sent, such as <c>cirrbufferingratio&gt;10</c>.</summary>
    public override string ToString() => _text;

    internal static MetricCondition Create(Field metric, string comparison, string value) =>
        new(metric, metric.Name + comparison + value);
}
