namespace MediaMelon.SessionList.Paging;

/// <summary>Remembers the ids of the last two pages: to tell a service that ignores the offset, and rows that come again.</summary>
internal sealed class RowGuard
{
    private PageIds? _last;
    private HashSet<string> _beforeLast = [];

    /// <summary>Whether the page holds the ids of the page before it, or, when fewer were asked for, its beginning.</summary>
    /// <remarks>Only ids tell: rows without one may well be equal.</remarks>
    public bool IsRepetition(IReadOnlyList<VideoSession> page, int limit)
    {
        if (_last is not { IsComplete: true } last || page.Count == 0 || page[0].SessionId is not { } first || !last.Set.Contains(first))
            return false;

        if (page.Count == last.InOrder.Count)
            return page.All(session => session.SessionId is { } id && last.Set.Contains(id));

        return page.Count == limit
            && limit < last.Limit
            && page.Count < last.InOrder.Count
            && page.Select(session => session.SessionId).SequenceEqual(last.InOrder.Take(page.Count));
    }

    /// <summary>Remembers a page, and tells which of its rows came before; null if none did.</summary>
    public HashSet<int>? Remember(IReadOnlyList<VideoSession> page, int limit)
    {
        var ids = new PageIds(page.Count, limit);
        HashSet<int>? again = null;

        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].SessionId is not { } id)
            {
                ids.IsComplete = false;
                continue;
            }

            ids.InOrder.Add(id);
            if (!ids.Set.Add(id) || (_last?.Set.Contains(id) ?? false) || _beforeLast.Contains(id))
                (again ??= []).Add(i);
        }

        _beforeLast = _last?.Set ?? [];
        _last = ids;
        return again;
    }

    private sealed class PageIds(int count, int limit)
    {
        public int Limit { get; } = limit;

        public bool IsComplete { get; set; } = true;

        public List<string> InOrder { get; } = new(count);

        public HashSet<string> Set { get; } = new(count, StringComparer.Ordinal);
    }
}
