using System.Buffers;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>A <c>[dimension=value|value]</c> group of <c>filter</c>. A <see cref="Dimension{T}"/> creates it.</summary>
/// <remarks>
/// The vendor documents no escaping. A value is rejected if it is blank, or contains <c>[ ] | =</c> or a control character. User
/// input can therefore never add a second filter. All other Unicode characters are sent unchanged. Filters are equal if they
/// have the same dimension, and the same values in the same order.
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

    /// <summary>The dimension; null for <see cref="Raw"/>.</summary>
    public Field? Dimension { get; }

    /// <summary>The values, of which a session must have one; empty for <see cref="Raw"/>.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>
    /// Creates a filter from text in the service's grammar, which is sent unchanged. Use it for grammar that the library does
    /// not support.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is empty or white space, or contains control characters or unpaired surrogates.
    /// </exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static DimensionFilter Raw(string text) => new(null, [], RequestText.Check(text, nameof(text)));

    /// <summary>Whether the other filter has the same dimension and values.</summary>
    public bool Equals(DimensionFilter? other) =>
        other is not null && Dimension == other.Dimension && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Formats the filter for the request, such as <c>[country=US|Canada]</c>.</summary>
    public override string ToString() => _text;

    internal static DimensionFilter Create(Field dimension, IReadOnlyList<string> values, string parameterName)
    {
        if (values.Count == 0)
            throw new ArgumentException($"A filter on {dimension} requires at least one value.", parameterName);

        foreach (var value in values)
        {
            if (GetError(value) is { } error)
                throw new ArgumentException($"A filter on {dimension} cannot contain this value. {error}", parameterName);
        }

        return new(dimension, [.. values], $"[{dimension.Name}={(values.Count == 1 ? values[0] : string.Join('|', values))}]");
    }

    /// <summary>Creates a filter; null if a value is invalid.</summary>
    internal static DimensionFilter? TryCreate(Field dimension, IReadOnlyList<string> values) =>
        values.Any(value => GetError(value) is not null) ? null : Create(dimension, values, nameof(values));

    // The error does not contain the value, because values can be subscriber ids and messages are often logged.
    private static string? GetError(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return "It is empty or white space.";

        var sign = value.AsSpan().IndexOfAny(Grammar);
        return sign >= 0
            ? $"Position {sign} contains '{value[sign]}', which is part of the filter grammar and cannot be escaped. "
                + "DimensionFilter.Raw sends text unchanged."
            : RequestText.GetError(value);
    }
}
