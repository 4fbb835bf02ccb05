namespace MediaMelon.SessionList.Paging;

/// <summary>Decides when repeated rows end a listing.</summary>
internal static class RepetitionRule
{
    /// <summary>The average number of times that an id is received before the listing ends. Moving rows never reach it.</summary>
    private const int MaxTimes = 3;

    /// <summary>The number of ignored pages, because a few repeated rows are significant in a short listing.</summary>
    private const int FreePages = 4;

    /// <summary>
    /// A single id may belong to two rows of a listing. This number of ids in the same order or on the same page is evidence.
    /// </summary>
    public const int MinRows = 4;

    /// <summary>Whether most of the rows were received several times.</summary>
    /// <param name="rows">The number of rows with an id.</param>
    /// <param name="distinct">The estimated number of different ids.</param>
    /// <param name="limit">The limit of the page.</param>
    public static bool IsEndless(long rows, double distinct, int limit) =>
        rows > (MaxTimes * distinct) + ((double)FreePages * limit);

    /// <summary>
    /// Finds the first ids of the listing in a page. Returns the index of the first one and the number of consecutive ids. The
    /// number is 0 if they are not found.
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
