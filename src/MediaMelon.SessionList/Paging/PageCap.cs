namespace MediaMelon.SessionList.Paging;

/// <summary>The page size to which the service caps limits, according to short pages.</summary>
/// <param name="Rows">The number of rows of a short page that was not the last. Null if no page was short.</param>
/// <param name="Requested">The page size that is capped. Null until a second page of that length confirms the cap.</param>
internal readonly record struct PageCap(int? Rows, int? Requested)
{
    /// <summary>The effective size. Null if it is unknown, or if the page size is larger than the one that was capped.</summary>
    public int? SizeFor(int pageSize) => pageSize <= Requested && Rows < pageSize ? Rows : null;
}
