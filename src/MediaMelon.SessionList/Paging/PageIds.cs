namespace MediaMelon.SessionList.Paging;

/// <summary>The requested range of one page, and the ids that identify its rows.</summary>
internal sealed class PageIds
{
    public PageRange Range { get; private set; }

    /// <summary>The number of rows, including rows without an id.</summary>
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

    /// <summary>Removes repeated ids. Rows do not move within a response, so such an id does not identify a row.</summary>
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
