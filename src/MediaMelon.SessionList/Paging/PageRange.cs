namespace MediaMelon.SessionList.Paging;

/// <summary>A page to request.</summary>
internal readonly record struct PageRange(long Offset, int Limit)
{
    /// <summary>The number of rows that a full page has; fewer than the limit where the service is known to cap it.</summary>
    public int Expected { get; init; } = Limit;
}
