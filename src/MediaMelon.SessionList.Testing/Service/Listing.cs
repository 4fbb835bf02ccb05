namespace MediaMelon.SessionList.Testing.Service;

internal static class Listing
{
    private const int RowsBetweenLooksAtToken = 4096;

    public static VideoSession[] Evaluate(
        Selection selection, ArraySegment<VideoSession> sessions, bool endIsInclusive, CancellationToken cancellationToken)
    {
        var kept = new List<VideoSession>();
        for (var index = 0; index < sessions.Count; index++)
        {
            if (index % RowsBetweenLooksAtToken == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (selection.Keeps(sessions[index], endIsInclusive))
                kept.Add(sessions[index]);
        }

        return selection.Order is { } column ? Sort(kept, column, selection.Descending, cancellationToken) : [.. kept];
    }

    // LINQ's sort is stable in both directions, so ties stay in the order of insertion.
    private static VideoSession[] Sort(
        List<VideoSession> sessions, Column column, bool descending, CancellationToken cancellationToken)
    {
        var rows = sessions.ConvertAll(session => (Session: session, Value: column.Of(session)));
        cancellationToken.ThrowIfCancellationRequested();

        var valued = rows.Where(row => row.Value.HasValue);
        var sorted = descending ? valued.OrderByDescending(row => row.Value) : valued.OrderBy(row => row.Value);
        return [.. sorted.Concat(rows.Where(row => !row.Value.HasValue)).Select(row => row.Session)];
    }
}
