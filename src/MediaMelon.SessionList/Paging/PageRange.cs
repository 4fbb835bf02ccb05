namespace MediaMelon.SessionList.Paging;

/// <summary>A page to request.</summary>
internal readonly record struct PageRange(long Offset, int Limit)
{
    /// <summary>The number of rows of a full page. Smaller than the limit if the service is known to cap it.</summary>
    public int Expected { get; init; } = Limit;
}
