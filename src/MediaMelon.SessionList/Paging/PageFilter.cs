using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Decides which rows of the pages are returned, and keeps the place in the listing.</summary>
internal sealed class PageFilter(Listing listing, ListingReport report)
{
    // Without slices the service skips them.
    private readonly long _skip = listing.Slicing is null ? 0 : listing.Query.Offset;
    private readonly UndatedRowDeduplicator _timeless = new();
    private readonly RepetitionDetector _detector = new(listing.FirstOffset, listing.Start.Seen);
    private long _slice = listing.Start.Slice;
    private long _delivered = listing.Start.Delivered;
    private long _skipped = listing.Start.Skipped;
    private int? _newRows;

    /// <summary>The place after the last page that was returned.</summary>
    public SessionCheckpoint At { get; private set; } = listing.Start;

    /// <summary>Why the listing ends after the rows that were returned; null if it does not.</summary>
    public SessionListResponseException? Failure { get; private set; }

    /// <summary>How many more rows are wanted, those to skip included.</summary>
    public long Wanted =>
        listing.Query.MaxSessions is { } most ? Math.Max(0, most - _delivered) + (_skip - _skipped) : long.MaxValue;

    /// <summary>Whether all that was wanted has been returned.</summary>
    public bool IsDone => listing.Query.MaxSessions is { } most && _delivered >= most;

    /// <summary>Looks at the next page before it is taken: whether the service seems to return it again.</summary>
    public Suspicion? Inspect(ReceivedPage page)
    {
        if (page.Slice.Number != _slice)
        {
            _slice = page.Slice.Number;
            _detector.Begin(start: 0, seen: null);
        }

        return _detector.Inspect(page.Response.Sessions, page.Range, page.EndsSlice);
    }

    /// <summary>Ends the listing before the rows that were returned before.</summary>
    /// <exception cref="SessionListResponseException">The page has no other rows.</exception>
    public void Reject(Suspicion suspicion)
    {
        Failure = suspicion.ToException();
        if (suspicion.NewRows == 0)
            throw Failure;

        _newRows = suspicion.NewRows;
    }

    /// <summary>The inspected page as it is returned; perhaps without sessions.</summary>
    public SessionPage Take(ReceivedPage page)
    {
        var sessions = Choose(page);
        var offset = listing.Slicing is null ? page.Range.Offset : _delivered;
        _delivered += sessions.Count;
        if (_newRows is null)
            _detector.Accept();

        var next = Next(page);
        At = next ?? At;

        return new()
        {
            Sessions = sessions,
            Offset = offset,
            Next = next,
            TotalCount = page.Response.TotalCount,
            PageCount = page.Response.PageCount,
            TotalRecords = page.Response.TotalRecords,
            UnreadableValues = page.Response.UnreadableValues,
        };
    }

    private SessionCheckpoint? Next(ReceivedPage page)
    {
        if (IsDone)
            return null;

        var seen = _detector.Seen;
        if (_newRows is { } rows)
            return listing.At(page.Slice.Number, page.Range.Offset + rows, page.Cap, _delivered, _skipped, seen);

        if (!page.EndsSlice)
            return listing.At(page.Slice.Number, page.OffsetAfter, page.Cap, _delivered, _skipped, seen);

        return listing.Slicing?.After(page.Slice.Number) is { } slice
            ? listing.At(slice, offset: 0, cap: default, _delivered, _skipped, seen: null)
            : null;
    }

    private IReadOnlyList<VideoSession> Choose(ReceivedPage page)
    {
        var rows = page.Response.Sessions;
        var again = listing.Options.DropDuplicates ? _detector.Duplicates : null;
        var room = listing.Query.MaxSessions is { } most ? most - _delivered : long.MaxValue;
        if (again is null && listing.Slicing is null && _newRows is null && rows.Count <= room)
            return rows;

        return Pick(page, again, room);
    }

    private List<VideoSession> Pick(ReceivedPage page, HashSet<int>? again, long room)
    {
        var rows = page.Response.Sessions;
        var end = _newRows ?? rows.Count;
        var picked = new List<VideoSession>(end);
        var dropped = 0;

        for (var i = 0; i < end && picked.Count < room; i++)
        {
            var cameBefore = again?.Contains(i) ?? false;
            if (cameBefore)
                dropped++;

            if (cameBefore || (listing.Slicing is not null && !IsOfSlice(rows[i], page.Slice)))
                continue;

            if (_skipped < _skip)
                _skipped++;
            else
                picked.Add(rows[i]);
        }

        report.Duplicates(dropped);
        return picked;
    }

    private bool IsOfSlice(VideoSession session, Slice slice) =>
        slice.Contains(session) ?? _timeless.IsNew(session, slice.Number);
}
