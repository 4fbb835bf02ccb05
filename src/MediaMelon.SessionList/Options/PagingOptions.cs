namespace MediaMelon.SessionList;

/// <summary>The options of a listing.</summary>
/// <remarks>
/// A call throws an <see cref="ArgumentException"/> if a value is out of range. In the options of a client, such a value is a
/// validation error. A call copies the options.
/// </remarks>
public sealed record PagingOptions
{
    /// <summary>The number of sessions to request per page (<c>limit</c>), at least 1.</summary>
    /// <value>The default is 1000, like the vendor's default. No maximum is documented.</value>
    public int PageSize { get; set; } = 1000;

    /// <summary>The maximum number of concurrent requests, 1 to 64. It does not change the order of the sessions.</summary>
    /// <value>The default is 1.</value>
    public int MaxConcurrentRequests { get; set; } = 1;

    /// <summary>
    /// The length of a slice, in whole seconds, at least one. Lists the period in slices instead of with high offsets.
    /// </summary>
    /// <remarks>
    /// The slices use the end time of the sessions, or the start time with <see cref="SessionType.Started"/>. The query also
    /// requests this field. Without an order, the slices are in ascending order. The query can order by this field, ascending or
    /// descending. With any other order, the call throws an <see cref="ArgumentException"/>. <see cref="SessionQuery.Skip"/>
    /// counts only sessions that the listing would return.
    /// </remarks>
    /// <value>The default is null: the period is not divided into slices.</value>
    public TimeSpan? SliceBy { get; set; }

    /// <summary>Removes a session that is returned again because rows moved between two requests.</summary>
    /// <remarks>
    /// Requires session ids. Without the field <c>sessionid</c>, this option has no effect. A session on the boundary of two
    /// slices is always returned once, independent of this option.
    /// </remarks>
    /// <value>The default is <see langword="true"/>.</value>
    public bool DropDuplicates { get; set; } = true;
}
