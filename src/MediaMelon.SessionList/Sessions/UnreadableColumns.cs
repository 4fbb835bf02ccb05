using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Counts the unreadable values of a page by column. Does not allocate before the first value.</summary>
internal struct UnreadableColumns
{
    private Dictionary<string, int>? _counts;

    /// <summary>The number of values.</summary>
    public int Total { get; private set; }

    /// <summary>The number of values by column; null if there are none.</summary>
    public readonly IReadOnlyDictionary<string, int>? Counts => _counts;

    public void Add(string column)
    {
        Total++;
        CollectionsMarshal.GetValueRefOrAddDefault(_counts ??= new(StringComparer.Ordinal), column, out _)++;
    }
}
