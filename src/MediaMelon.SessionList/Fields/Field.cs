using MediaMelon.SessionList.Fields;

namespace MediaMelon.SessionList;

/// <summary>A field of the session list: any name that a query can request in <c>metrics</c>.</summary>
/// <remarks>
/// Two fields are equal if their names are equal. The comparison is ordinal. A name has 1 to 128 characters: ASCII letters,
/// digits, <c>_</c>, <c>-</c> and <c>.</c>. It begins with a letter.
/// </remarks>
public abstract class Field : IEquatable<Field>
{
    private protected Field(string name) => Name = FieldName.Check(name, nameof(name));

    /// <summary>The name of the field in the API, such as <c>latency</c>.</summary>
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

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
