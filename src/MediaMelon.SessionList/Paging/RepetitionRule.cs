namespace MediaMelon.SessionList.Paging;

/// <summary>When a listing has repeated rows for so long that it is ended.</summary>
internal static class RepetitionRule
{
    /// <summary>How often each id was received on average before the listing is ended. Rows that move never reach it.</summary>
    private const int MaxTimes = 3;

    /// <summary>Pages that are never evidence: in a short listing a few repeated rows weigh much.</summary>
    private const int FreePages = 4;

    /// <summary>
    /// A single id may belong to two rows of a listing. So many ids, in the same order or on the same page, do not.
    /// </summary>
    public const int MinRows = 4;

    /// <summary>Whether most of the rows were received several times.</summary>
    /// <param name="rows">Rows with an id.</param>
    /// <param name="distinct">The estimated number of different ids.</param>
    /// <param name="limit">The limit of the page.</param>
    public static bool IsEndless(long rows, double distinct, int limit) =>
        rows > (MaxTimes * distinct) + ((double)FreePages * limit);

    /// <summary>
    /// The place of the listing's first ids in a page: their number in a row, and the index of the first of them; 0 if they are
    /// not there.
    /// </summary>
    /// <param name="first">The hashes of the listing's first ids.</param>
    /// <param name="page">The ids of the page.</param>
    public static (int Index, int Length) FindFirst(ReadOnlySpan<uint> first, List<RowId> page)
    {
        for (var i = 0; !first.IsEmpty && i < page.Count; i++)
        {
            var length = 0;
            while (length < first.Length && i + length < page.Count && page[i + length].Stable == first[length])
                length++;

            if (length >= MinRows || (length > 0 && i + length == page.Count))
                return (i, length);
        }

        return default;
    }
}
