using MediaMelon.SessionList.Options;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Paging;

/// <summary>The validated arguments of a listing, which all its enumerations share.</summary>
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

    /// <summary>The first offset of the listing or of its first slice.</summary>
    public long FirstOffset => Slicing is null ? Query.Offset : 0;

    /// <summary>The page cap of the checkpoint.</summary>
    public PageCap StartCap => new(Start.CapRows, Start.CapRequested);

    /// <summary>Creates a listing of many pages, with the options of the client if the call has none.</summary>
    public static Listing Create(
        SessionQuery query, PagingOptions? paging, PagingOptions clientDefault, SessionCheckpoint? resumeFrom)
    {
        ArgumentNullException.ThrowIfNull(query);

        var isSlicedByClient = paging is null && resumeFrom is null && clientDefault.SliceBy is not null;
        if (isSlicedByClient && Slicing.GetError(query) is { } error)
        {
            throw new ArgumentException(
                $"{error} SliceBy comes from the client's options (Paging.SliceBy), because this call has no PagingOptions. Pass "
                + "PagingOptions without SliceBy.",
                nameof(paging));
        }

        return Create(query, paging ?? clientDefault, resumeFrom);
    }

    /// <summary>Creates a listing of many pages, sliced as the options or the checkpoint specify.</summary>
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

    /// <summary>Creates a listing of a single page, without slices.</summary>
    public static Listing CreateForPage(SessionQuery query, PagingOptions paging, SessionCheckpoint? resumeFrom)
    {
        var copy = Check(query, paging, resumeFrom);
        if (resumeFrom?.SliceBy is not null)
        {
            throw new ArgumentException(
                "The checkpoint belongs to a sliced listing, which GetPageAsync does not support. "
                + "Resume it with ListPagesAsync or ListSessionsAsync.",
                nameof(resumeFrom));
        }

        return new(query, copy, null, resumeFrom ?? SessionCheckpoint.AtStart(query));
    }

    /// <summary>Creates the checkpoint of a position in this listing.</summary>
    public SessionCheckpoint CheckpointAt(long slice, long offset, PageCap cap, long delivered, long skipped, IdHashes? seen) =>
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
                "The checkpoint belongs to another query. Resume with the query of the checkpoint. "
                + "Only the page size and the concurrency may differ.",
                nameof(resumeFrom));
        }

        if (resumeFrom is not null && resumeFrom.Period != query.Period)
        {
            throw new ArgumentException(
                $"The checkpoint belongs to the period {resumeFrom.Period}, but the period of the query is {query.Period}. "
                + "Resume with query.WithPeriod(checkpoint.Period).",
                nameof(resumeFrom));
        }

        return paging with { };
    }
}
