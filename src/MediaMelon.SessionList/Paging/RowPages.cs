using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Paging;

/// <summary>Creates pages of custom rows from the pages of their sessions.</summary>
internal static class RowPages
{
    public static RowPage<TRow> Create<TRow>(SessionPage page, PageResponse response)
    {
        var rows = ((RowsResponse<TRow>)response).Rows;
        return RowPage<TRow>.Create(page, Chosen(rows, response.Sessions, page.Sessions), page.UnreadableValues);
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
