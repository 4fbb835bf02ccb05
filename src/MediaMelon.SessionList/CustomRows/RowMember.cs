using System.Text;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>A column that the custom type, pagination, or both need.</summary>
/// <param name="name">Its name.</param>
/// <param name="property">The property that it fills.</param>
/// <param name="number">Counts the members; names of one property have one number.</param>
internal sealed class RowMember(string name, RowProperty? property, int number)
{
    /// <summary>The columns that pagination needs: the id, the time, and the number of rows.</summary>
    public static IReadOnlyList<string> Walked { get; } =
        [SessionFields.SessionId.Name, SessionFields.StartTime.Name, SessionFields.EndTime.Name, RowCounters.Total.Name];

    public int Number { get; } = number;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The property that it fills; null if the type has none.</summary>
    public RowProperty? Property { get; } = property;

    public bool IsWalked { get; } = Walked.Contains(name);

    /// <summary>Where a session holds it; null for the counter, which has no property there.</summary>
    public SessionColumn? Column { get; } = SessionColumns.Find(name);
}
