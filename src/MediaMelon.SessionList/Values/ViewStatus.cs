using System.Text.Json.Serialization;

namespace MediaMelon.SessionList;

/// <summary>The state of a view (<c>status</c>): an open set of values, compared case-insensitively.</summary>
/// <remarks>
/// The vendor's pages name these values and mention other values, so any value is allowed. <c>default(ViewStatus)</c> is the
/// empty value. In JSON, a status is a string.
/// </remarks>
[JsonConverter(typeof(ViewStatusJsonConverter))]
public readonly record struct ViewStatus
{
    private readonly string? _value;

    /// <summary>Creates a status from its value. The case of the value is preserved.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ViewStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The view is running (<c>running</c>). Listed only with <see cref="SessionQuery.WithAllStatuses"/>.</summary>
    public static ViewStatus Running { get; } = new("running");

    /// <summary>
    /// The player is loaded and has not started playback (<c>loaded</c>). Listed only with
    /// <see cref="SessionQuery.WithAllStatuses"/>.
    /// </summary>
    public static ViewStatus Loaded { get; } = new("loaded");

    /// <summary>The view ended (<c>ended</c>).</summary>
    public static ViewStatus Ended { get; } = new("ended");

    /// <summary>The view was dropped (<c>dropped</c>).</summary>
    public static ViewStatus Dropped { get; } = new("dropped");

    /// <summary>The value, in its original case.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether the other status has the same value. The comparison is case-insensitive.</summary>
    public bool Equals(ViewStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
