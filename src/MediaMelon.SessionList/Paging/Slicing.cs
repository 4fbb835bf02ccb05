namespace MediaMelon.SessionList.Paging;

/// <summary>Divides a period into slices, by the time field that decides whether a session belongs to the period.</summary>
internal sealed class Slicing
{
    private readonly SessionQuery _query;
    private readonly long _start;
    private readonly long _end;
    private readonly long _step;

    public Slicing(SessionQuery query, TimeSpan sliceBy)
    {
        SliceBy = sliceBy;
        IsDescending = query.SortField is not null && query.SortDescending;
        _query = query.Include(DecidingTime(query)).Skip(0);
        _start = query.Period.Start.ToUnixTimeSeconds();
        _end = query.Period.End.ToUnixTimeSeconds();
        _step = sliceBy.Ticks / TimeSpan.TicksPerSecond;
        Count = (_end - _start + _step - 1) / _step;
    }

    public TimeSpan SliceBy { get; }

    public long Count { get; }

    /// <summary>Whether the latest slice comes first.</summary>
    public bool IsDescending { get; }

    /// <summary>The number of the first slice of a listing. Slices are numbered from the earliest.</summary>
    public long First => IsDescending ? Count - 1 : 0;

    /// <summary>The time field that decides whether a session belongs to the period.</summary>
    public static Field<DateTimeOffset> DecidingTime(SessionQuery query) =>
        query.SessionType == SessionType.Started ? SessionFields.StartTime : SessionFields.EndTime;

    /// <summary>The reason why slices do not support the order of the query. Null if they support it.</summary>
    public static string? GetError(SessionQuery query)
    {
        var time = DecidingTime(query);
        return query.SortField is { } order && order != time
            ? $"SliceBy returns sessions in the order of {time}, so they cannot be ordered by {order}: "
                + $"the first session in that order may be in the last slice. Order by {time}, or do not set SliceBy."
            : null;
    }

    /// <summary>The number of the next slice. Null after the last slice.</summary>
    public long? GetNext(long number)
    {
        var next = IsDescending ? number - 1 : number + 1;
        return next >= 0 && next < Count ? next : null;
    }

    /// <summary>Creates a slice.</summary>
    /// <remarks>
    /// It is unknown whether the service includes the seconds of start and end, so the slices do not depend on it. Every slice
    /// except the earliest requests one second before its start, and drops the sessions outside the slice.
    /// </remarks>
    public Slice GetSlice(long number)
    {
        var start = _start + (number * _step);
        var end = Math.Min(start + _step, _end);
        var isFirst = number == 0;
        var isLast = number == Count - 1;

        return new(
            number,
            _query.WithPeriod(SessionPeriod.FromUnixSeconds(isFirst ? start : start - 1, end)),
            isFirst ? DateTimeOffset.MinValue : DateTimeOffset.FromUnixTimeSeconds(start),
            isLast ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeSeconds(end));
    }
}

/// <summary>A part of a listing with its own offsets: a slice of the period, or the whole period.</summary>
/// <param name="Number">The number of the slice, counted from the earliest.</param>
/// <param name="Query">The query of the slice.</param>
/// <param name="From">The earliest time of a session in the slice (inclusive).</param>
/// <param name="To">The end of the slice (exclusive).</param>
internal sealed record Slice(long Number, SessionQuery Query, DateTimeOffset From, DateTimeOffset To)
{
    private readonly bool _byStart = Query.SessionType == SessionType.Started;

    /// <summary>Creates a slice of the whole period.</summary>
    public static Slice Whole(SessionQuery query) => new(0, query, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>Whether the session belongs to this slice. Null if its time is unknown.</summary>
    public bool? Contains(VideoSession session) => (_byStart ? session.StartTime : session.EndTime) is { } time
        ? time >= From && time < To
        : null;
}
