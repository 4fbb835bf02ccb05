namespace MediaMelon.SessionList.Paging;

/// <summary>The ids of one page that identify a row, with what was requested.</summary>
internal sealed class PageIds
{
    public PageRange Range { get; private set; }

    /// <summary>The number of rows, those without an id included.</summary>
    public int Rows { get; private set; }

    public List<RowId> Ids { get; } = [];

    public void Read(IReadOnlyList<VideoSession> rows, PageRange range)
    {
        Range = range;
        Rows = rows.Count;
        Ids.Clear();
        Ids.EnsureCapacity(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].SessionId is { } text && PlaceholderIds.IsId(text))
                Ids.Add(RowId.From(text, i));
        }
    }

    /// <summary>Removes the ids that occur twice: within one response no row has moved, so they identify no row.</summary>
    public void RemoveRepeated()
    {
        var repeated = Ids.GroupBy(id => id.Text, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        Ids.RemoveAll(id => repeated.Contains(id.Text));
    }

    public void Clear() => Read([], default);
}
