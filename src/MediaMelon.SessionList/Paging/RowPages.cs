using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Paging;

/// <summary>Creates pages of custom rows from pages of sessions.</summary>
internal static class RowPages
{
    public static RowPage<TRow> Create<TRow>(SessionPage page, PageResponse response)
    {
        var rows = ((RowsResponse<TRow>)response).Rows;
        return RowPage<TRow>.Create(page, SelectRows(rows, response.Sessions, page.Sessions), page.UnreadableValues);
    }

    private static IReadOnlyList<TRow> SelectRows<TRow>(
        IReadOnlyList<TRow> rows,
        IReadOnlyList<VideoSession> sessions,
        IReadOnlyList<VideoSession> selected)
    {
        if (ReferenceEquals(sessions, selected))
            return rows;

        // The selected sessions are in the order of the response.
        var selectedRows = new List<TRow>(selected.Count);
        for (var i = 0; selectedRows.Count < selected.Count; i++)
        {
            if (ReferenceEquals(sessions[i], selected[selectedRows.Count]))
                selectedRows.Add(rows[i]);
        }

        return selectedRows;
    }
}
