using System.Globalization;
using MediaMelon.SessionList.Telemetry;

namespace MediaMelon.SessionList.Paging;

/// <summary>Decides which rows of the pages are handed out, and keeps the place in the listing.</summary>
internal sealed class Handout(Listing listing, ListingReport report)
{
    // Without slices the service passes over them.
    private readonly long _skip = listing.Slicing is null ? 0 : listing.Query.Offset;
    private readonly TimelessRows _timeless = new();
    private readonly RowGuard _guard = new();
    private long _slice = listing.Start.Slice;
    private long _delivered = listing.Start.Delivered;
    private long _skipped = listing.Start.Skipped;

    /// <summary>The place behind the last page that was handed out.</summary>
    public SessionCheckpoint At { get; private set; } = listing.Start;

    /// <summary>How many more rows are wanted, those to pass over included.</summary>
    public long Wanted =>
        listing.Query.MaxSessions is { } most ? Math.Max(0, most - _delivered) + (_skip - _skipped) : long.MaxValue;

    /// <summary>Whether all that was wanted has been handed out.</summary>
    public bool IsDone => listing.Query.MaxSessions is { } most && _delivered >= most;

    /// <summary>The page as it is handed out; perhaps without sessions.</summary>
    /// <exception cref="SessionListResponseException">The service repeats the page before.</exception>
    public SessionPage Take(ArrivedPage page)
    {
        var sessions = Choose(page);
        var offset = listing.Slicing is null ? page.Slot.Offset : _delivered;
        _delivered += sessions.Count;

        var next = Next(page);
        At = next ?? At;

        return new()
        {
            Sessions = sessions,
            Offset = offset,
            Next = next,
            TotalCount = page.Answer.TotalCount,
            PageCount = page.Answer.PageCount,
            TotalRecords = page.Answer.TotalRecords,
            UnreadableValues = page.Answer.UnreadableValues,
        };
    }

    private SessionCheckpoint? Next(ArrivedPage page)
    {
        if (IsDone)
            return null;

        if (!page.EndsSlice)
            return listing.At(page.Slice.Number, page.OffsetAfter, page.CutTo, _delivered, _skipped);

        return listing.Slicing?.After(page.Slice.Number) is { } slice
            ? listing.At(slice, offset: 0, cutTo: null, _delivered, _skipped)
            : null;
    }

    private IReadOnlyList<VideoSession> Choose(ArrivedPage page)
    {
        var rows = page.Answer.Sessions;
        if (page.Slice.Number != _slice)
        {
            _slice = page.Slice.Number;
            _guard.Forget();
        }

        if (_guard.IsRepetition(rows, page.Slot.Limit))
        {
            throw new SessionListResponseException(string.Create(
                CultureInfo.InvariantCulture,
                $"The page at offset {page.Slot.Offset} holds the same sessions as the page before: ")
                + "the service seems to ignore the offset.");
        }

        var again = _guard.Remember(rows, page.Slot.Limit);
        if (!listing.Options.DropDuplicates)
            again = null;

        var room = listing.Query.MaxSessions is { } most ? most - _delivered : long.MaxValue;
        if (again is null && listing.Slicing is null && rows.Count <= room)
            return rows;

        return Pick(page, again, room);
    }

    private List<VideoSession> Pick(ArrivedPage page, HashSet<int>? again, long room)
    {
        var rows = page.Answer.Sessions;
        var picked = new List<VideoSession>(rows.Count);
        var dropped = 0;

        for (var i = 0; i < rows.Count && picked.Count < room; i++)
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

    private bool IsOfSlice(VideoSession session, Slice slice) => slice.Keeps(session) ?? _timeless.IsNew(session, slice.Number);
}
