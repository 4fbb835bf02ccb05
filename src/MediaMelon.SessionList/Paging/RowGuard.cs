namespace MediaMelon.SessionList.Paging;

/// <summary>
/// Remembers the ids of the last two pages: to tell a service that ignores the offset, and rows that come again.
/// </summary>
internal sealed class RowGuard
{
    private readonly RememberedIds _remembered = new();
    private PageIds _last = new();
    private PageIds _beforeLast = new();
    private PageIds _forgotten = new();

    /// <summary>Whether the page holds the ids of the page before it, or, when fewer were asked for, its beginning.</summary>
    /// <remarks>Only ids tell: rows without one may well be equal.</remarks>
    public bool IsRepetition(IReadOnlyList<VideoSession> page, int limit)
    {
        if (!_last.IsComplete || page.Count == 0 || !IsOfLastPage(page[0]))
            return false;

        if (page.Count == _last.Ids.Count)
            return page.All(IsOfLastPage);

        return page.Count == limit
            && limit < _last.Limit
            && page.Count < _last.Ids.Count
            && page.Select(session => session.SessionId).SequenceEqual(_last.Ids.Take(page.Count).Select(id => id.Text));
    }

    /// <summary>Forgets all pages.</summary>
    public void Forget()
    {
        _last.Ids.Clear();
        _beforeLast.Ids.Clear();
        _remembered.Hold(_last.Ids, _beforeLast.Ids);
    }

    /// <summary>Remembers a page, and tells which of its rows came before; null if none did.</summary>
    public HashSet<int>? Remember(IReadOnlyList<VideoSession> page, int limit)
    {
        HashSet<int>? again = null;
        var current = _forgotten;
        current.Begin(page.Count, limit);

        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].SessionId is not { } text)
            {
                current.IsComplete = false;
                continue;
            }

            // Within one answer nothing has moved: what repeats itself there is the service's word, and stays.
            var id = RowId.Of(text);
            current.Ids.Add(id);
            if (_remembered.Contains(id))
                (again ??= []).Add(i);
        }

        // The oldest memory is written over with the next page: a walk of millions of rows makes no new one.
        (_forgotten, _beforeLast, _last) = (_beforeLast, _last, current);
        _remembered.Hold(_last.Ids, _beforeLast.Ids);
        return again;
    }

    private bool IsOfLastPage(VideoSession session) =>
        session.SessionId is { } id && _remembered.IsOfFirst(RowId.Of(id));

    private sealed class PageIds
    {
        public int Limit { get; private set; }

        public bool IsComplete { get; set; }

        public List<RowId> Ids { get; } = [];

        public void Begin(int count, int limit)
        {
            Limit = limit;
            IsComplete = true;
            Ids.Clear();
            Ids.EnsureCapacity(count);
        }
    }
}
