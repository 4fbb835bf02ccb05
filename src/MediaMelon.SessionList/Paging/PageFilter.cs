using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Decides which rows of the pages are returned, and keeps the position in the listing.</summary>
internal sealed class PageFilter(Listing listing, ListingReport report)
{
    // Without slices, the service skips the rows.
    private readonly long _skip = listing.Slicing is null ? 0 : listing.Query.Offset;
    private readonly UndatedRowDeduplicator _undatedRows = new();
    private readonly RepetitionDetector _detector = new(listing.FirstOffset, listing.Start.Seen);
    private long _slice = listing.Start.Slice;
    private long _delivered = listing.Start.Delivered;
    private long _skipped = listing.Start.Skipped;
    private int? _newRows;

    /// <summary>The checkpoint after the last returned page.</summary>
    public SessionCheckpoint Checkpoint { get; private set; } = listing.Start;

    /// <summary>The exception that ends the listing after the returned rows. Null if the listing continues.</summary>
    public SessionListResponseException? Failure { get; private set; }

    /// <summary>The number of rows that are still wanted, including rows to skip.</summary>
    public long Wanted =>
        listing.Query.MaxSessions is { } most ? Math.Max(0, most - _delivered) + (_skip - _skipped) : long.MaxValue;

    /// <summary>Whether all wanted rows have been returned.</summary>
    public bool IsComplete => listing.Query.MaxSessions is { } most && _delivered >= most;

    /// <summary>Checks the next page for repetition before <see cref="Take"/>.</summary>
    public Suspicion? Inspect(ReceivedPage page)
    {
        if (page.Slice.Number != _slice)
        {
            _slice = page.Slice.Number;
            _detector.Begin(start: 0, seen: null);
        }

        return _detector.Inspect(page.Response.Sessions, page.Range, page.EndsSlice);
    }

    /// <summary>Ends the listing before the repeated rows of the page.</summary>
    /// <exception cref="SessionListResponseException">The page has only repeated rows.</exception>
    public void Reject(Suspicion suspicion)
    {
        Failure = suspicion.ToException();
        if (suspicion.NewRows == 0)
            throw Failure;

        _newRows = suspicion.NewRows;
    }

    /// <summary>Creates the page to return from the inspected page. It may have no sessions.</summary>
    public SessionPage Take(ReceivedPage page)
    {
        var sessions = SelectRows(page);
        var offset = listing.Slicing is null ? page.Range.Offset : _delivered;
        _delivered += sessions.Count;
        if (_newRows is null)
            _detector.Accept();

        var next = Next(page);
        Checkpoint = next ?? Checkpoint;

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
        if (IsComplete)
            return null;

        var seen = _detector.Seen;
        if (_newRows is { } rows)
            return listing.CheckpointAt(page.Slice.Number, page.Range.Offset + rows, page.Cap, _delivered, _skipped, seen);

        if (!page.EndsSlice)
            return listing.CheckpointAt(page.Slice.Number, page.OffsetAfter, page.Cap, _delivered, _skipped, seen);

        return listing.Slicing?.GetNext(page.Slice.Number) is { } slice
            ? listing.CheckpointAt(slice, offset: 0, cap: default, _delivered, _skipped, seen: null)
            : null;
    }

    private IReadOnlyList<VideoSession> SelectRows(ReceivedPage page)
    {
        var rows = page.Response.Sessions;
        var duplicates = listing.Options.DropDuplicates ? _detector.Duplicates : null;
        var remaining = listing.Query.MaxSessions is { } most ? most - _delivered : long.MaxValue;
        if (duplicates is null && listing.Slicing is null && _newRows is null && rows.Count <= remaining)
            return rows;

        return FilterRows(page, duplicates, remaining);
    }

    private List<VideoSession> FilterRows(ReceivedPage page, HashSet<int>? duplicates, long remaining)
    {
        var rows = page.Response.Sessions;
        var end = _newRows ?? rows.Count;
        var selected = new List<VideoSession>(end);
        var dropped = 0;

        for (var i = 0; i < end && selected.Count < remaining; i++)
        {
            var isDuplicate = duplicates?.Contains(i) ?? false;
            if (isDuplicate)
                dropped++;

            if (isDuplicate || (listing.Slicing is not null && !BelongsToSlice(rows[i], page.Slice)))
                continue;

            if (_skipped < _skip)
                _skipped++;
            else
                selected.Add(rows[i]);
        }

        report.Duplicates(dropped);
        return selected;
    }

    private bool BelongsToSlice(VideoSession session, Slice slice) =>
        slice.Contains(session) ?? _undatedRows.IsNew(session, slice.Number);
}
