using System.Diagnostics.Contracts;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <content>Requests fields for the properties of a custom type.</content>
public sealed partial class SessionQuery
{
    /// <summary>
    /// Replaces all fields except the primary field by the fields of a custom type: the JSON names of its properties.
    /// </summary>
    /// <remarks>
    /// Also replaces <see cref="SessionFields.Standard"/>. Without the field <c>sessionid</c>, a listing cannot remove
    /// duplicates. Extension data, ignored properties and computed properties request no field.
    /// </remarks>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <exception cref="ArgumentException">
    /// The type has no JSON properties, or the JSON name of a property is invalid: see <see cref="Field"/>.
    /// </exception>
    [Pure]
    public SessionQuery Select<TRow>(JsonTypeInfo<TRow> rowType)
    {
        ArgumentNullException.ThrowIfNull(rowType);
        return Select(RowTypeValidator.GetFields(rowType, nameof(rowType)));
    }

    /// <summary>Adds the fields of a custom type: the JSON names of its properties.</summary>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <exception cref="ArgumentException">
    /// The type has no JSON properties, or the JSON name of a property is invalid: see <see cref="Field"/>.
    /// </exception>
    [Pure]
    public SessionQuery Include<TRow>(JsonTypeInfo<TRow> rowType)
    {
        ArgumentNullException.ThrowIfNull(rowType);
        return Include(RowTypeValidator.GetFields(rowType, nameof(rowType)));
    }
}
