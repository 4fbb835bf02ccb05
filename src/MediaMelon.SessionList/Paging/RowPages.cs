using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Paging;

/// <summary>Pages of the user's rows, as the walk chose them by their sessions.</summary>
internal static class RowPages
{
    public static RowPage<TRow> Of<TRow>(SessionPage page, PageAnswer answer)
    {
        var rows = ((RowsAnswer<TRow>)answer).Rows;
        return RowPage<TRow>.Of(page, Chosen(rows, answer.Sessions, page.Sessions), page.UnreadableValues);
    }

    private static IReadOnlyList<TRow> Chosen<TRow>(
        IReadOnlyList<TRow> rows,
        IReadOnlyList<VideoSession> sessions,
        IReadOnlyList<VideoSession> chosen)
    {
        if (ReferenceEquals(sessions, chosen))
            return rows;

        // The chosen ones keep their order.
        var chosenRows = new List<TRow>(chosen.Count);
        for (var i = 0; chosenRows.Count < chosen.Count; i++)
        {
            if (ReferenceEquals(sessions[i], chosen[chosenRows.Count]))
                chosenRows.Add(rows[i]);
        }

        return chosenRows;
    }
}
