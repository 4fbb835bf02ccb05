using System.Buffers;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>One <c>[dimension=value|value]</c> group of <c>filter</c>, made by a <see cref="Dimension{T}"/>.</summary>
/// <remarks>
/// The vendor documents no escaping, so a value that holds <c>[ ] | =</c> or a control character, or nothing but white space, is
/// refused: text from a user can never add a second filter. All other characters, any Unicode included, are sent as they are.
/// Filters are equal when their dimension and their values are, in order.
/// </remarks>
public sealed record DimensionFilter
{
    private static readonly SearchValues<char> Grammar = SearchValues.Create("[]|=");

    private readonly string _text;

    private DimensionFilter(Field? dimension, IReadOnlyList<string> values, string text)
    {
        Dimension = dimension;
        Values = values;
        _text = text;
    }

    /// <summary>The dimension matched; null for <see cref="Raw"/>.</summary>
    public Field? Dimension { get; }

    /// <summary>The values, any of which matches; empty for <see cref="Raw"/>.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>
    /// A filter in the service's grammar, sent as written, for grammar that this library does not know.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is nothing but white space, or holds control characters or half a surrogate pair.
    /// </exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static DimensionFilter Raw(string text) => new(null, [], RequestText.Check(text, nameof(text)));

    /// <summary>Whether the other filter says the same.</summary>
    public bool Equals(DimensionFilter? other) =>
        other is not null && Dimension == other.Dimension && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The filter as it is sent, such as <c>[country=US|Canada]</c>.</summary>
    public override string ToString() => _text;

    internal static DimensionFilter Create(Field dimension, IReadOnlyList<string> values, string parameterName)
    {
        if (values.Count == 0)
            throw new ArgumentException($"A filter on {dimension} needs at least one value.", parameterName);

        foreach (var value in values)
        {
            if (Problem(value) is { } error)
                throw new ArgumentException($"A filter on {dimension} cannot hold this value. {error}", parameterName);
        }

        return new(dimension, [.. values], $"[{dimension.Name}={(values.Count == 1 ? values[0] : string.Join('|', values))}]");
    }

    /// <summary>The filter, or null where a value is not possible.</summary>
    internal static DimensionFilter? TryOf(Field dimension, IReadOnlyList<string> values) =>
        values.Any(value => Problem(value) is not null) ? null : Create(dimension, values, nameof(values));

    // The value itself stays out of the sentence: subscriber ids travel here, and messages end in logs.
    private static string? Problem(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return "It is empty or nothing but white space.";

        var sign = value.AsSpan().IndexOfAny(Grammar);
        return sign >= 0
            ? $"Position {sign} holds '{value[sign]}', which belongs to the grammar of filters and cannot be escaped; "
                + "DimensionFilter.Raw sends text as written."
            : RequestText.GetError(value);
    }
}
