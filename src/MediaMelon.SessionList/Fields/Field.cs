using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList;

/// <summary>A column of the session list: anything that may be named in <c>metrics</c>.</summary>
/// <remarks>
/// Two fields are equal when their names are, ordinally. A name has 1 to 128 characters: ASCII letters, digits, <c>_</c>,
/// <c>-</c> and <c>.</c>, beginning with a letter.
/// </remarks>
public abstract class Field : IEquatable<Field>
{
    private protected Field(string name) => Name = FieldName.Check(name, nameof(name));

    /// <summary>The column's name in the API, such as <c>latency</c>.</summary>
    public string Name { get; }

    /// <summary>Whether two fields have the same name.</summary>
    public static bool operator ==(Field? left, Field? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two fields have different names.</summary>
    public static bool operator !=(Field? left, Field? right) => !(left == right);

    /// <summary>Whether the other field has the same name.</summary>
    public bool Equals(Field? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Field);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The column's name in the API.</summary>
    public override string ToString() => Name;
}
