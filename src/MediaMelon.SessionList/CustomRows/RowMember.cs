using System.Text;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>A column that the custom type or pagination requires.</summary>
/// <param name="name">The name of the column.</param>
/// <param name="property">The property for the column.</param>
/// <param name="number">The number of the member. Names of the same property have the same number.</param>
internal sealed class RowMember(string name, RowProperty? property, int number)
{
    /// <summary>The columns that pagination requires: the id, the times, and the number of rows.</summary>
    public static IReadOnlyList<string> PagingColumnNames { get; } =
        [SessionFields.SessionId.Name, SessionFields.StartTime.Name, SessionFields.EndTime.Name, RowCounters.Total.Name];

    public int Number { get; } = number;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The property for the column; null if the type has none.</summary>
    public RowProperty? Property { get; } = property;

    public bool IsPagingColumn { get; } = PagingColumnNames.Contains(name);

    /// <summary>The column of a session; null for the counter, which has no property in a session.</summary>
    public SessionColumn? Column { get; } = SessionColumns.Find(name);
}
