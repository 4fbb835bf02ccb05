namespace MediaMelon.SessionList;

/// <summary>How a listing is walked.</summary>
/// <remarks>
/// A value out of range is an ArgumentException of the call that it is given to; in the client's own options it is reported with
/// their other problems. A call copies the options.
/// </remarks>
public sealed record PagingOptions
{
    /// <summary>Sessions asked for in one request (<c>limit</c>), at least 1.</summary>
    /// <value>The default is 1000, the vendor's own; no maximum is documented.</value>
    public int PageSize { get; set; } = 1000;

    /// <summary>Requests in flight at a time, 1 to 64. Sessions arrive in the same order whatever the number.</summary>
    /// <value>The default is 1.</value>
    public int MaxConcurrentRequests { get; set; } = 1;

    /// <summary>Walks the period slice by slice instead of by ever deeper offsets; whole seconds, at least one.</summary>
    /// <remarks>
    /// The time that decides is the end time, or the start time with <see cref="SessionType.Started"/>: without an order the
    /// slices come in its ascending order, an order by it may be either way, any other order is an ArgumentException. That time
    /// becomes a column if it is none. <see cref="SessionQuery.Skip"/> passes over sessions handed out.
    /// </remarks>
    /// <value>The default is null: the period is walked as a whole.</value>
    public TimeSpan? SliceBy { get; set; }

    /// <summary>Drops a session that comes again because rows moved between two requests.</summary>
    /// <remarks>
    /// Works where sessions have their id, and is silently off without the <c>sessionid</c> column. Sessions on the border of two
    /// slices come once whatever this says.
    /// </remarks>
    /// <value>The default is <see langword="true"/>.</value>
    public bool DropDuplicates { get; set; } = true;
}
