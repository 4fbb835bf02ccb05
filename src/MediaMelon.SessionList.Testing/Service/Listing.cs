namespace MediaMelon.SessionList.Testing.Service;

internal static class Listing
{
    private const int RowsPerCancellationCheck = 4096;

    private static readonly Column EndTime = Column.Read("orderby", "endtime");

    public static VideoSession[] Evaluate(
        Selection selection, ArraySegment<VideoSession> sessions, EmulatorProfile profile, bool endIsInclusive,
        CancellationToken cancellationToken)
    {
        var kept = new List<VideoSession>();
        for (var index = 0; index < sessions.Count; index++)
        {
            if (index % RowsPerCancellationCheck == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (selection.Matches(sessions[index], profile, endIsInclusive))
                kept.Add(sessions[index]);
        }

        if (selection.Order is { } column)
            return Sort(kept, column, selection.Descending, cancellationToken);

        return profile.DefaultOrder switch
        {
            RowOrder.OldestFirst => Sort(kept, EndTime, descending: false, cancellationToken),
            RowOrder.NewestFirst => Sort(kept, EndTime, descending: true, cancellationToken),
            RowOrder.Unstable => Shuffle(kept, selection.Shuffle ?? 0),
            _ => [.. kept],
        };
    }

    private static VideoSession[] Shuffle(List<VideoSession> sessions, int seed)
    {
        var rows = sessions.ToArray();
        new Random(seed).Shuffle(rows);
        return rows;
    }

    // The sort of LINQ is stable in both directions, so equal values keep the order of insertion.
    private static VideoSession[] Sort(
        List<VideoSession> sessions, Column column, bool descending, CancellationToken cancellationToken)
    {
        var rows = sessions.ConvertAll(session => (Session: session, Value: column.GetValue(session)));
        cancellationToken.ThrowIfCancellationRequested();

        var valued = rows.Where(row => row.Value.HasValue);
        var sorted = descending ? valued.OrderByDescending(row => row.Value) : valued.OrderBy(row => row.Value);
        return [.. sorted.Concat(rows.Where(row => !row.Value.HasValue)).Select(row => row.Session)];
    }
}
