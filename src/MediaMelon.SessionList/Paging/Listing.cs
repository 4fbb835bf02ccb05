using MediaMelon.SessionList.Options;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Paging;

/// <summary>A listing as it was called for: checked, and the same for every enumeration of it.</summary>
internal sealed class Listing
{
    private Listing(SessionQuery query, PagingOptions options, Slicing? slicing, SessionCheckpoint start)
    {
        Query = query;
        Options = options;
        Slicing = slicing;
        Start = start;
    }

    public SessionQuery Query { get; }

    public PagingOptions Options { get; }

    public Slicing? Slicing { get; }

    public SessionCheckpoint Start { get; }

    /// <summary>The offset at which the listing, or the slice that it starts with, begins.</summary>
    public long FirstOffset => Slicing is null ? Query.Offset : 0;

    /// <summary>What the checkpoint says of short pages.</summary>
    public PageCap StartCap => new(Start.CapRows, Start.CapRequested);

    /// <summary>A listing of many pages, with the client's options if the call has none.</summary>
    public static Listing Create(SessionQuery query, PagingOptions? paging, PagingOptions ofClient, SessionCheckpoint? resumeFrom)
    {
        ArgumentNullException.ThrowIfNull(query);

        var isSlicedByClient = paging is null && resumeFrom is null && ofClient.SliceBy is not null;
        if (isSlicedByClient && Slicing.GetError(query) is { } error)
        {
            throw new ArgumentException(
                $"{error} SliceBy comes from the client's options (Paging.SliceBy), as this call has no PagingOptions: give it "
                + "PagingOptions without SliceBy.",
                nameof(paging));
        }

        return Create(query, paging ?? ofClient, resumeFrom);
    }

    /// <summary>A listing of many pages, sliced as the options or the checkpoint say.</summary>
    public static Listing Create(SessionQuery query, PagingOptions paging, SessionCheckpoint? resumeFrom)
    {
        var copy = Check(query, paging, resumeFrom);

        var sliceBy = resumeFrom is null ? copy.SliceBy : resumeFrom.SliceBy;
        if (sliceBy is null)
            return new(query, copy, null, resumeFrom ?? SessionCheckpoint.AtStart(query));

        if (Slicing.GetError(query) is { } error)
            throw new ArgumentException(error, nameof(paging));

        var slicing = new Slicing(query, sliceBy.Value);
        var start = resumeFrom ?? SessionCheckpoint.Create(query) with { SliceBy = sliceBy, Slice = slicing.First };
        return new(query, copy, slicing, start);
    }

    /// <summary>A single page, over the whole period.</summary>
    public static Listing CreateForPage(SessionQuery query, PagingOptions paging, SessionCheckpoint? resumeFrom)
    {
        var copy = Check(query, paging, resumeFrom);
        if (resumeFrom?.SliceBy is not null)
        {
            throw new ArgumentException(
                "The checkpoint belongs to a sliced listing, which has no single pages; "
                + "resume it with ListPagesAsync or ListSessionsAsync.",
                nameof(resumeFrom));
        }

        return new(query, copy, null, resumeFrom ?? SessionCheckpoint.AtStart(query));
    }

    /// <summary>A place in this listing.</summary>
    public SessionCheckpoint At(long slice, long offset, PageCap cap, long delivered, long skipped, IdHashes? seen) =>
        SessionCheckpoint.Create(Query) with
        {
            Offset = offset,
            CapRows = cap.Rows,
            CapRequested = cap.Requested,
            Seen = seen,
            Delivered = delivered,
            Skipped = skipped,
            SliceBy = Slicing?.SliceBy,
            Slice = slice,
        };

    private static PagingOptions Check(SessionQuery query, PagingOptions paging, SessionCheckpoint? resumeFrom)
    {
        ArgumentNullException.ThrowIfNull(query);

        var longest = QueryFormatter.CreateParameters(query, int.MaxValue, long.MaxValue);
        if (UrlLength.GetError(QueryFormatter.FormatEscaped(longest)) is { } tooLong)
            throw new ArgumentException(tooLong, nameof(query));

        var errors = ClientOptionsValidator.GetErrors(paging).ToList();
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(' ', errors), nameof(paging));

        if (resumeFrom is not null && resumeFrom.QueryFingerprint != Fingerprint.Compute(query))
        {
            throw new ArgumentException(
                "The checkpoint belongs to another query: resume with the query that it came from, "
                + "of which only the page size and the concurrency may change.",
                nameof(resumeFrom));
        }

        if (resumeFrom is not null && resumeFrom.Period != query.Period)
        {
            throw new ArgumentException(
                $"The checkpoint belongs to another period, {resumeFrom.Period}, and the query's is {query.Period}: "
                + "resume with query.WithPeriod(checkpoint.Period).",
                nameof(resumeFrom));
        }

        return paging with { };
    }
}
