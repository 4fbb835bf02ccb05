using System.Diagnostics.Contracts;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>A field that a <c>filter</c> can match.</summary>
/// <typeparam name="T">The type of the dimension's values.</typeparam>
public sealed class Dimension<T> : Field<T>
    where T : notnull
{
    internal Dimension(string name, ValueFormat<T> format)
        : base(name, format)
    {
    }

    /// <summary>Creates a filter for one value: <c>[name=value]</c>.</summary>
    /// <exception cref="ArgumentException">The value is blank, or contains <c>[ ] | =</c> or a control character.</exception>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [Pure]
    public DimensionFilter Is(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return DimensionFilter.Create(this, [Format.ToText(value, nameof(value))], nameof(value));
    }

    /// <summary>Creates a filter for several values: <c>[name=a|b|c]</c>. Repeated values are removed.</summary>
    /// <exception cref="ArgumentException">
    /// There is no value, or a value is null, is blank, or contains <c>[ ] | =</c> or a control character.
    /// </exception>
    /// <exception cref="ArgumentNullException">The list of values is null.</exception>
    [Pure]
    public DimensionFilter In(params T[] values) => In((IEnumerable<T>)values);

    /// <inheritdoc cref="In(T[])"/>
    [Pure]
    public DimensionFilter In(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);

        var texts = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is null)
                throw new ArgumentException($"Value {texts.Count} is null. A filter requires text.", nameof(values));

            var text = Format.ToText(value, nameof(values));
            if (seen.Add(text))
                texts.Add(text);
        }

        return DimensionFilter.Create(this, texts, nameof(values));
    }
}
