using System.Text.Json.Serialization;

namespace MediaMelon.SessionList;

/// <summary>The state of a view (<c>status</c>): an open set of values, compared without regard to case.</summary>
/// <remarks>
/// The vendor's pages name these values and say that there are others, so any value is allowed. <c>default(ViewStatus)</c> is the
/// empty value. In JSON a status is a string.
/// </remarks>
[JsonConverter(typeof(ViewStatusJsonConverter))]
public readonly record struct ViewStatus
{
    private readonly string? _value;

    /// <summary>Creates a status from its value, which is kept as written.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ViewStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The view continues: <c>running</c>. Listed with all statuses only.</summary>
    public static ViewStatus Running { get; } = new("running");

    /// <summary>The player has loaded and nothing plays yet: <c>loaded</c>. Listed with all statuses only.</summary>
    public static ViewStatus Loaded { get; } = new("loaded");

    /// <summary>The view ended: <c>ended</c>.</summary>
    public static ViewStatus Ended { get; } = new("ended");

    /// <summary>The view was cut off: <c>dropped</c>.</summary>
    public static ViewStatus Dropped { get; } = new("dropped");

    /// <summary>The value, as it was given or sent.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether the other status has the same value, without regard to case.</summary>
    public bool Equals(ViewStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The value, as it was given or sent.</summary>
    public override string ToString() => Value;
}
