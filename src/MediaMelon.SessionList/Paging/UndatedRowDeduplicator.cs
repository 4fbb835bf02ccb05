namespace MediaMelon.SessionList.Paging;

/// <summary>
/// Removes duplicates of rows without a readable time. Such a row may be in the second that adjacent slices share.
/// </summary>
/// <remarks>A second overlaps at most two slices besides its own, so the ids of three slices are enough.</remarks>
internal sealed class UndatedRowDeduplicator
{
    private readonly HashSet<string>[] _slices = [[], [], []];
    private long _slice = -1;

    /// <summary>Whether no earlier slice had this row. Rows without an id cannot be compared, and count as new.</summary>
    public bool IsNew(VideoSession session, long slice)
    {
        var id = session.SessionId;
        if (!PlaceholderIds.IsId(id))
            return true;

        MoveToSlice(slice);
        var isNew = !_slices[1].Contains(id) && !_slices[2].Contains(id);

        // Old rows are stored again, so that a row that every slice returns is never forgotten.
        _slices[0].Add(id);
        return isNew;
    }

    private void MoveToSlice(long slice)
    {
        for (var steps = Math.Min(Math.Abs(slice - _slice), _slices.Length); _slice != slice && steps > 0; steps--)
        {
            var oldest = _slices[2];
            oldest.Clear();
            (_slices[2], _slices[1], _slices[0]) = (_slices[1], _slices[0], oldest);
        }

        _slice = slice;
    }
}
