namespace MediaMelon.SessionList.Paging;

/// <summary>What short pages showed of the page size to which the service caps limits.</summary>
/// <param name="Rows">The rows of a short page that was not the last; null if there was none.</param>
/// <param name="Requested">The page size that is capped to them; null as long as a single page was short.</param>
internal readonly record struct PageCap(int? Rows, int? Requested)
{
    /// <summary>The effective size; null if it is unknown, or if the page size is larger than the one that was capped.</summary>
    public int? SizeFor(int pageSize) => pageSize <= Requested && Rows < pageSize ? Rows : null;
}
