using System.Globalization;

namespace MediaMelon.SessionList.Paging;

/// <summary>A page that seems to repeat rows, and the request that can confirm it.</summary>
/// <remarks>
/// New rows move old rows to higher offsets, so a page of old ids alone proves nothing. An id at two offsets at the same time is
/// proof. Therefore the earlier page is requested again and compared.
/// </remarks>
/// <param name="Kind">How the service seems to repeat rows.</param>
/// <param name="Page">The page that was requested.</param>
/// <param name="Earlier">The page that returned the ids first. It is requested again as proof.</param>
/// <param name="Expected">
/// The hashes of ids that the earlier page has if the service repeats rows. Empty if no proof is needed.
/// </param>
/// <param name="NewRows">The number of new rows at the beginning of the page.</param>
internal sealed record Suspicion(
    RepetitionKind Kind, PageRange Page, PageRange Earlier, IReadOnlyCollection<uint> Expected, int NewRows = 0)
{
    public bool NeedsConfirmation => Expected.Count > 0;

    /// <summary>
    /// The request for the proof. It has the larger limit, because a service may cap the offset depending on the limit.
    /// </summary>
    public PageRange PageToCompare => new(Earlier.Offset, Math.Max(Earlier.Limit, Page.Limit));

    /// <summary>Whether the second response of the earlier page proves that the service repeats rows.</summary>
    public bool IsConfirmedBy(IReadOnlyList<VideoSession> earlier)
    {
        var ids = new HashSet<uint>();
        foreach (var session in earlier)
        {
            if (PlaceholderIds.IsId(session.SessionId))
                ids.Add(RowId.From(session.SessionId).Stable);
        }

        // Three quarters are enough, because rows may move between the two requests.
        var found = Expected.Count(ids.Contains);
        return found > 0 && found * 4L >= Expected.Count * 3L;
    }

    public SessionListResponseException ToException() => new(Kind switch
    {
        RepetitionKind.SamePage => Format(
            $"The page at offset {Page.Offset} has the same sessions as the page at offset {Earlier.Offset}: ")
            + "the service seems to ignore or cap the offset.",
        RepetitionKind.Wrapped => Format(
            $"The first sessions of the listing, at offset {Earlier.Offset}, are also at offset {Page.Offset + NewRows}: ")
            + "the service seems to wrap the offset around at the end of the listing.",
        RepetitionKind.OldRows => Format(
            $"The page at offset {Page.Offset} has sessions of the page at offset {Earlier.Offset}: ")
            + "the service seems to repeat sessions after the end of the listing.",
        _ => Format($"Most sessions up to offset {Page.Offset} were returned several times: ")
            + "the service seems to repeat sessions endlessly.",
    });

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
