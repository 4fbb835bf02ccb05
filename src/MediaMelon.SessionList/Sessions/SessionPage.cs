using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList;

/// <summary>One page of a listing.</summary>
public sealed record SessionPage
{
    /// <summary>The sessions, in the service's order.</summary>
    public required IReadOnlyList<VideoSession> Sessions { get; init; }

    /// <summary>
    /// Where the page begins in the listing: the query's offset, and what came before it; in a sliced listing the sessions handed
    /// out before.
    /// </summary>
    public long Offset { get; init; }

    /// <summary>
    /// The checkpoint after this page; null if the listing ended here. It means that there may be more: nobody asked yet.
    /// </summary>
    public SessionCheckpoint? Next { get; init; }

    /// <summary>
    /// <c>totalcount</c> as sent. The vendor's pages contradict each other on what it counts, so nothing is decided by it.
    /// </summary>
    public long? TotalCount { get; init; }

    /// <summary>
    /// <c>pagecount</c> as sent. The vendor's pages contradict each other on what it counts, so nothing is decided by it.
    /// </summary>
    public long? PageCount { get; init; }

    /// <summary>
    /// <c>totalrecords</c> as sent. The vendor's pages do not tell what it counts, so nothing is decided by it.
    /// </summary>
    public long? TotalRecords { get; init; }

    /// <summary>
    /// Values of known columns that could not be read; they are stored in <see cref="VideoSession.AdditionalFields"/>.
    /// </summary>
    public int UnreadableValues { get; init; }

    // The number of sessions: the list would print its type's name, and the sessions may hold personal data.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Sessions = {Sessions.Count}, Offset = {Offset}, Next = {Next}, TotalCount = {TotalCount}, ");
        builder.Append(
            CultureInfo.InvariantCulture,
            $"PageCount = {PageCount}, TotalRecords = {TotalRecords}, UnreadableValues = {UnreadableValues}");
        return true;
    }
}
