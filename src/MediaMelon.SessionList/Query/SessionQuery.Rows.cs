using System.Diagnostics.Contracts;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList;

/// <content>Columns from the properties of a custom type.</content>
public sealed partial class SessionQuery
{
    /// <summary>
    /// The columns that a type of your own asks for, by the JSON names of its properties: they follow the lead, in place of the
    /// present ones.
    /// </summary>
    /// <remarks>
    /// <see cref="SessionFields.Standard"/> is replaced too: without the column <c>sessionid</c> no listing can drop duplicates.
    /// Extension data, ignored properties and computed ones ask for nothing.
    /// </remarks>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <exception cref="ArgumentException">
    /// The type has no properties to JSON, or one has a JSON name that breaks the rule told at <see cref="Field"/>.
    /// </exception>
    [Pure]
    public SessionQuery Select<TRow>(JsonTypeInfo<TRow> rowType)
    {
        ArgumentNullException.ThrowIfNull(rowType);
        return Select(RowTypeValidator.Columns(rowType, nameof(rowType)));
    }

    /// <summary>
    /// The columns that a type of your own asks for, by the JSON names of its properties, in addition to the present ones.
    /// </summary>
    /// <param name="rowType">The type, such as <c>MyContext.Default.MyRow</c>.</param>
    /// <exception cref="ArgumentException">As at <see cref="Select{TRow}(JsonTypeInfo{TRow})"/>.</exception>
    [Pure]
    public SessionQuery Include<TRow>(JsonTypeInfo<TRow> rowType)
    {
        ArgumentNullException.ThrowIfNull(rowType);
        return Include(RowTypeValidator.Columns(rowType, nameof(rowType)));
    }
}
