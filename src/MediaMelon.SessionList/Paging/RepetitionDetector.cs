using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Paging;

/// <summary>Finds rows that are returned again, and pages that suggest a service that does not end, in bounded memory.</summary>
internal sealed class RepetitionDetector
{
    /// <summary>Pages whose first id is remembered.</summary>
    private const int MaxHeads = 4096;

    private readonly RememberedIds _remembered = new();
    private readonly Dictionary<uint, PageRange> _heads = [];
    private PageIds _last = new();
    private PageIds _beforeLast = new();
    private PageIds _unused = new();
    private IdSample _sample = new();
    private long _start;
    private int _oldRows;

    public RepetitionDetector(long start, IdHashes? seen = null) => Begin(start, seen);

    /// <summary>What a checkpoint keeps of the accepted pages; null if they had no ids.</summary>
    public IdHashes? Seen { get; private set; }

    /// <summary>The indices of the inspected page's rows that the two pages before had; null if there are none.</summary>
    public HashSet<int>? Duplicates { get; private set; }

    /// <summary>Forgets everything, for a listing from another start.</summary>
    public void Begin(long start, IdHashes? seen)
    {
        _start = start;
        _last.Clear();
        _beforeLast.Clear();
        _remembered.Add(_last.Ids, _beforeLast.Ids);
        _heads.Clear();
        _sample = new(seen?.Sample, seen?.Rows ?? 0);
        Seen = seen;
        foreach (var mark in new[] { seen?.Last ?? default, seen?.BeforeLast ?? default })
        {
            if (!mark.IsNone)
                _heads.TryAdd(mark.Head, new(mark.Offset, mark.Limit));
        }
    }

    /// <summary>Looks at the next page.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="range">What was requested.</param>
    /// <param name="isEnd">Whether the listing ends with it.</param>
    /// <returns>What the page suggests; null for an ordinary page.</returns>
    public Suspicion? Inspect(IReadOnlyList<VideoSession> rows, PageRange range, bool isEnd)
    {
        var page = _unused;
        page.Read(rows, range);
        FindDuplicates(page.Ids);
        if (_remembered.Add(page.Ids, _last.Ids))
        {
            page.RemoveRepeated();
            _remembered.Add(_last.Ids, _beforeLast.Ids);
            FindDuplicates(page.Ids);
            _remembered.Add(page.Ids, _last.Ids);
        }

        // The oldest memory is overwritten by the next page: a listing of millions of rows needs no new one.
        var (before, beforeThat) = (_last, _beforeLast);
        (_unused, _beforeLast, _last) = (_beforeLast, _last, page);
        _sample.Add(page.Ids);
        return page.Ids.Count == 0 ? null : FindSuspicion(page, before, beforeThat, isEnd);
    }

    /// <summary>Counts the inspected page among those that were returned.</summary>
    public void Accept()
    {
        if (_last.Ids.Count == 0)
            return;

        var mark = new PageFingerprint(_last.Range.Offset, _last.Range.Limit, _last.Ids[0].Stable, _last.Ids[^1].Stable);
        if (_heads.Count < MaxHeads)
            _heads.TryAdd(mark.Head, _last.Range);

        Seen = new()
        {
            Rows = _sample.Rows,
            First = First(Seen),
            Sample = _sample.ToArray(),
            Last = mark,
            BeforeLast = Seen?.Last ?? default,
        };
    }

    private uint[] First(IdHashes? seen)
    {
        var first = seen?.First ?? [];

        // A listing that was resumed from a checkpoint without evidence does not know its first rows.
        return first.Length >= IdHashes.MaxFirst || (first.Length == 0 && _last.Range.Offset != _start)
            ? first
            : [.. first, .. _last.Ids.Take(IdHashes.MaxFirst - first.Length).Select(id => id.Stable)];
    }

    private void FindDuplicates(List<RowId> ids)
    {
        Duplicates = null;
        _oldRows = 0;
        foreach (var id in ids)
        {
            if (!_remembered.Contains(id))
                continue;

            _oldRows++;
            (Duplicates ??= []).Add(id.Row);
        }
    }

    private Suspicion? FindSuspicion(PageIds page, PageIds before, PageIds beforeThat, bool isEnd)
    {
        var ids = page.Ids;
        var isRead = 2 * ids.Count >= page.Rows; // too few ids tell nothing of a page
        if (isRead && !isEnd && _oldRows == ids.Count && OfOldPage(page, before, beforeThat) is { } old)
            return old;

        if (page.Range.Offset == _start)
            return null;

        var run = RepetitionRule.FindFirst(Seen?.First, ids);
        if (run.Length >= RepetitionRule.MinRows || (run.Length > 0 && isRead && !IsPart(page, before)))
        {
            var hashes = ids.GetRange(run.Index, run.Length).ConvertAll(id => id.Stable);
            return new(RepetitionCheck.Wrapped, page.Range, new(_start, page.Range.Limit), hashes, ids[run.Index].Row);
        }

        var isResumed = before.Ids.Count == 0;
        if (isRead && (!isEnd || isResumed) && EarlierPage(ids, isResumed) is { } earlier && earlier.Offset != page.Range.Offset)
            return new(RepetitionCheck.OldRows, page.Range, earlier, ids.ConvertAll(id => id.Stable));

        return !isEnd && RepetitionRule.IsEndless(_sample.Rows, _sample.Distinct, page.Range.Limit)
            ? new(RepetitionCheck.Endless, page.Range, page.Range, [])
            : null;
    }

    private Suspicion? OfOldPage(PageIds page, PageIds before, PageIds beforeThat)
    {
        if (IsPart(page, before) && page.Ids[0].Stable != before.Ids.FirstOrDefault().Stable)
            return null;

        var ofBefore = new HashSet<uint>(before.Ids.Select(id => id.Stable));
        var isOfBefore = ofBefore.Contains(page.Ids[0].Stable);
        var earlier = isOfBefore ? ofBefore : [.. beforeThat.Ids.Select(id => id.Stable)];
        var expected = page.Ids.Select(id => id.Stable).Where(earlier.Contains).ToList();
        var kind = isOfBefore && expected.Count == page.Ids.Count ? RepetitionCheck.SamePage
            : page.Ids[0].Stable == Seen?.First.FirstOrDefault() ? RepetitionCheck.Wrapped
            : RepetitionCheck.OldRows;

        return new(kind, page.Range, isOfBefore ? before.Range : beforeThat.Range, expected);
    }

    // A page of few rows, such as the last one of a Take, may have nothing but an id that belongs to two rows.
    private bool IsPart(PageIds page, PageIds before)
    {
        var rowsBefore = before.Rows > 0 ? before.Rows : Seen?.Last.Limit ?? 0;
        return page.Ids.Count < RepetitionRule.MinRows && page.Ids.Count < rowsBefore;
    }

    // The page begins like an earlier one, or ends like one before the checkpoint.
    private PageRange? EarlierPage(List<RowId> ids, bool isResumed)
    {
        if (_heads.TryGetValue(ids[0].Stable, out var range))
            return range;

        // A single id at the end of two pages may belong to two rows.
        foreach (var mark in new[] { Seen?.Last ?? default, Seen?.BeforeLast ?? default })
        {
            if (isResumed && ids.Count > 1 && !mark.IsNone && mark.Tail == ids[^1].Stable)
                return new(mark.Offset, mark.Limit);
        }

        return null;
    }
}
