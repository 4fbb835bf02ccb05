namespace MediaMelon.SessionList.Paging;

/// <summary>A part of a listing that is walked by offsets of its own: a slice of the period, or all of it.</summary>
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
    public bool? Keeps(VideoSession session) => (_byStart ? session.StartTime : session.EndTime) is { } time
        ? time >= From && time < To
        : null;
}
