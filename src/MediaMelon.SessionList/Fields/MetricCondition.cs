using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>
/// A <c>metric&gt;value</c> condition of <c>qoefilter</c>. The comparison of a <see cref="Metric{T}"/> with a value creates it.
/// </summary>
public sealed record MetricCondition
{
    private readonly string _text;

    private MetricCondition(Field? metric, string text)
    {
        Metric = metric;
        _text = text;
    }

    /// <summary>The metric; null for <see cref="Raw"/>.</summary>
    public Field? Metric { get; }

    /// <summary>
    /// Creates a condition from text in the service's grammar, which is sent unchanged. Use it for grammar that the library does
    /// not support.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is empty or white space, or contains control characters or unpaired surrogates.
    /// </exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static MetricCondition Raw(string text) => new(null, RequestText.Check(text, nameof(text)));

    /// <summary>Formats the condition for the request, such as <c>cirrbufferingratio&gt;10</c>.</summary>
    public override string ToString() => _text;

    internal static MetricCondition Create(Field metric, string comparison, string value) =>
        new(metric, metric.Name + comparison + value);
}
