using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Paging;

/// <summary>Finds repeated rows, and pages that suggest an endless listing, in bounded memory.</summary>
internal sealed class RepetitionDetector
{
    /// <summary>The maximum number of pages whose first id is remembered.</summary>
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

    /// <summary>The hashes of the accepted pages for a checkpoint. Null if the pages had no ids.</summary>
    public IdHashes? Seen { get; private set; }

    /// <summary>The indices of inspected rows that repeat rows of the two previous pages. Null if no row does.</summary>
    public HashSet<int>? Duplicates { get; private set; }

    /// <summary>Clears the state, for a listing or a slice with another start.</summary>
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

    /// <summary>Checks the next page.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="range">The requested range.</param>
    /// <param name="isEnd">Whether it is the last page of the listing.</param>
    /// <returns>The suspicion, or null.</returns>
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

        // The next page reuses the oldest instance, so that long listings allocate no new ones.
        var (previous, beforePrevious) = (_last, _beforeLast);
        (_unused, _beforeLast, _last) = (_beforeLast, _last, page);
        _sample.Add(page.Ids);
        return page.Ids.Count == 0 ? null : FindSuspicion(page, previous, beforePrevious, isEnd);
    }

    /// <summary>Adds the inspected page to the accepted pages.</summary>
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

        // A listing that was resumed from a checkpoint without hashes does not know its first rows.
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

    private Suspicion? FindSuspicion(PageIds page, PageIds previous, PageIds beforePrevious, bool isEnd)
    {
        var ids = page.Ids;
        var hasEnoughIds = 2 * ids.Count >= page.Rows; // too few ids are not evidence
        if (hasEnoughIds && !isEnd && _oldRows == ids.Count && FindRepeatedPage(page, previous, beforePrevious) is { } old)
            return old;

        if (page.Range.Offset == _start)
            return null;

        var run = RepetitionRule.FindFirst(Seen?.First, ids);
        if (run.Length >= RepetitionRule.MinRows || (run.Length > 0 && hasEnoughIds && !IsPart(page, previous)))
        {
            var hashes = ids.GetRange(run.Index, run.Length).ConvertAll(id => id.Stable);
            return new(RepetitionKind.Wrapped, page.Range, new(_start, page.Range.Limit), hashes, ids[run.Index].Row);
        }

        var isResumed = previous.Ids.Count == 0;
        if (hasEnoughIds && (!isEnd || isResumed) && FindEarlierPage(ids, isResumed) is { } earlier
            && earlier.Offset != page.Range.Offset)
            return new(RepetitionKind.OldRows, page.Range, earlier, ids.ConvertAll(id => id.Stable));

        return !isEnd && RepetitionRule.IsEndless(_sample.Rows, _sample.Distinct, page.Range.Limit)
            ? new(RepetitionKind.Endless, page.Range, page.Range, [])
            : null;
    }

    private Suspicion? FindRepeatedPage(PageIds page, PageIds previous, PageIds beforePrevious)
    {
        if (IsPart(page, previous) && page.Ids[0].Stable != previous.Ids.FirstOrDefault().Stable)
            return null;

        var previousIds = new HashSet<uint>(previous.Ids.Select(id => id.Stable));
        var isInPrevious = previousIds.Contains(page.Ids[0].Stable);
        var earlier = isInPrevious ? previousIds : [.. beforePrevious.Ids.Select(id => id.Stable)];
        var expected = page.Ids.Select(id => id.Stable).Where(earlier.Contains).ToList();
        var kind = isInPrevious && expected.Count == page.Ids.Count ? RepetitionKind.SamePage
            : page.Ids[0].Stable == Seen?.First.FirstOrDefault() ? RepetitionKind.Wrapped
            : RepetitionKind.OldRows;

        return new(kind, page.Range, isInPrevious ? previous.Range : beforePrevious.Range, expected);
    }

    // The ids of a short page, such as the last one of a Take, may each belong to two rows.
    private bool IsPart(PageIds page, PageIds previous)
    {
        var previousRows = previous.Rows > 0 ? previous.Rows : Seen?.Last.Limit ?? 0;
        return page.Ids.Count < RepetitionRule.MinRows && page.Ids.Count < previousRows;
    }

    // Finds an earlier page with the same first id, or a page before the checkpoint with the same last id.
    private PageRange? FindEarlierPage(List<RowId> ids, bool isResumed)
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
