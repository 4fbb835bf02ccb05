using System.Globalization;

namespace MediaMelon.SessionList.Paging;

/// <summary>A page that seems to be returned again, and how to prove it.</summary>
/// <remarks>
/// New rows push old ones to higher offsets, so a page of old ids alone proves nothing. An id that is at two offsets at the same
/// time does: the earlier offset is requested once more, and compared.
/// </remarks>
/// <param name="Kind">What the service seems to do.</param>
/// <param name="Page">The page that was requested.</param>
/// <param name="Earlier">The page that had the ids first; requested again as proof.</param>
/// <param name="Expected">Hashes of ids that the earlier page has if the service repeats rows; none if no proof is needed.
/// </param>
/// <param name="NewRows">The number of rows at the beginning of the page that were not returned before.</param>
internal sealed record Suspicion(
    RepetitionCheck Kind, PageRange Page, PageRange Earlier, IReadOnlyCollection<uint> Expected, int NewRows = 0)
{
    public bool NeedsConfirmation => Expected.Count > 0;

    /// <summary>The request that proves it, with the larger limit: a service may limit the offset by it.</summary>
    public PageRange PageToCompare => new(Earlier.Offset, Math.Max(Earlier.Limit, Page.Limit));

    /// <summary>Whether the earlier page, requested again, proves that the service repeats rows.</summary>
    public bool IsConfirmedBy(IReadOnlyList<VideoSession> earlier)
    {
        var ids = new HashSet<uint>();
        foreach (var session in earlier)
        {
            if (PlaceholderIds.IsId(session.SessionId))
                ids.Add(RowId.From(session.SessionId).Stable);
        }

        // Not all of them: rows may move between the two requests.
        var found = Expected.Count(ids.Contains);
        return found > 0 && found * 4L >= Expected.Count * 3L;
    }

    public SessionListResponseException ToException() => new(Kind switch
    {
        RepetitionCheck.SamePage => Format(
            $"The page at offset {Page.Offset} has the same sessions as the page at offset {Earlier.Offset}: ")
            + "the service seems to ignore the offset, or to limit it.",
        RepetitionCheck.Wrapped => Format(
            $"The first sessions of the listing, at offset {Earlier.Offset}, are also at offset {Page.Offset + NewRows}: ")
            + "the service seems to wrap the offset around at the end of the listing.",
        RepetitionCheck.OldRows => Format(
            $"The page at offset {Page.Offset} has sessions of the page at offset {Earlier.Offset}: ")
            + "the service seems to return old sessions past the end of the listing.",
        _ => Format($"Most sessions up to offset {Page.Offset} were returned several times: ")
            + "the service seems to return old sessions without an end.",
    });

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
