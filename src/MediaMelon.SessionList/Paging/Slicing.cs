namespace MediaMelon.SessionList.Paging;

/// <summary>A period cut into slices, by the time that decides whether a session belongs to the period.</summary>
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

    /// <summary>The number, from the earliest, of the slice that a listing begins with.</summary>
    public long First => IsDescending ? Count - 1 : 0;

    /// <summary>The field whose time decides.</summary>
    public static Field<DateTimeOffset> DecidingTime(SessionQuery query) =>
        query.SessionType == SessionType.Started ? SessionFields.StartTime : SessionFields.EndTime;

    /// <summary>Why the query's order cannot be had slice by slice; null if it can.</summary>
    public static string? GetError(SessionQuery query)
    {
        var time = DecidingTime(query);
        return query.SortField is { } order && order != time
            ? $"SliceBy walks the period in the order of {time}, so the sessions cannot come in the order of {order}: "
                + $"the first of them may lie in the last slice. Order by {time}, or leave SliceBy out."
            : null;
    }

    /// <summary>The number of the slice that comes after this one; null after the last.</summary>
    public long? After(long number)
    {
        var next = IsDescending ? number - 1 : number + 1;
        return next >= 0 && next < Count ? next : null;
    }

    /// <summary>The slice of this number, counted from the earliest.</summary>
    /// <remarks>
    /// Whether the service counts the seconds of start and end in or out is unknown, and nothing here rests on it: every slice
    /// but the earliest asks from one second before its start, and keeps what lies in it.
    /// </remarks>
    public Slice At(long number)
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

/// <summary>A part of a listing that has its own offsets: a slice of the period, or all of it.</summary>
/// <param name="Number">Its number, counted from the earliest.</param>
/// <param name="Query">What to ask for.</param>
/// <param name="From">The earliest deciding time that it keeps.</param>
/// <param name="To">The deciding time from which on it keeps nothing.</param>
internal sealed record Slice(long Number, SessionQuery Query, DateTimeOffset From, DateTimeOffset To)
{
    private readonly bool _byStart = Query.SessionType == SessionType.Started;

    /// <summary>The whole period as one.</summary>
    public static Slice Whole(SessionQuery query) => new(0, query, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>Whether the session belongs to this slice and no other; null where its time cannot be told.</summary>
    public bool? Contains(VideoSession session) => (_byStart ? session.StartTime : session.EndTime) is { } time
        ? time >= From && time < To
        : null;
}
