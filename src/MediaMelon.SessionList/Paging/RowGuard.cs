namespace MediaMelon.SessionList.Paging;

/// <summary>
/// Remembers the ids of the last two pages: to tell a service that ignores the offset, and rows that come again.
/// </summary>
internal sealed class RowGuard
{
    private PageIds _current = new();
    private PageIds _last = new();
    private PageIds _beforeLast = new();

    /// <summary>Whether the page holds the ids of the page before it, or, when fewer were asked for, its beginning.</summary>
    /// <remarks>Only ids tell: rows without one may well be equal.</remarks>
    public bool IsRepetition(IReadOnlyList<VideoSession> page, int limit)
    {
        if (!_last.IsComplete || page.Count == 0 || page[0].SessionId is not { } first || !_last.Set.Contains(first))
            return false;

        if (page.Count == _last.InOrder.Count)
            return page.All(session => session.SessionId is { } id && _last.Set.Contains(id));

        return page.Count == limit
            && limit < _last.Limit
            && page.Count < _last.InOrder.Count
            && page.Select(session => session.SessionId).SequenceEqual(_last.InOrder.Take(page.Count));
    }

    /// <summary>Remembers a page, and tells which of its rows came before; null if none did.</summary>
    public HashSet<int>? Remember(IReadOnlyList<VideoSession> page, int limit)
    {
        HashSet<int>? again = null;
        _current.Begin(page.Count, limit);

        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].SessionId is not { } id)
            {
                _current.IsComplete = false;
                continue;
            }

            // Within one answer nothing has moved: what repeats itself there is the service's word, and stays.
            _current.Add(id);
            if (_last.Set.Contains(id) || _beforeLast.Set.Contains(id))
                (again ??= []).Add(i);
        }

        // The oldest memory is written over with the next page: a walk of millions of rows makes no new one.
        (_beforeLast, _last, _current) = (_last, _current, _beforeLast);
        return again;
    }

    private sealed class PageIds
    {
        public int Limit { get; private set; }

        public bool IsComplete { get; set; }

        public List<string> InOrder { get; } = [];

        public HashSet<string> Set { get; } = new(StringComparer.Ordinal);

        public void Begin(int count, int limit)
        {
            Limit = limit;
            IsComplete = true;
            InOrder.Clear();
            Set.Clear();
            Set.EnsureCapacity(count);
        }

        public void Add(string id)
        {
            InOrder.Add(id);
            Set.Add(id);
        }
    }
}
