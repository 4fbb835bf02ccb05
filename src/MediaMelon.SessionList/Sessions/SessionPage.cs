using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList;

/// <summary>One page of a listing.</summary>
public sealed record SessionPage
{
    /// <summary>The sessions, in the service's order.</summary>
    public required IReadOnlyList<VideoSession> Sessions { get; init; }

    /// <summary>
    /// The position of the page in the listing. In a sliced listing, it is the number of sessions that were returned before the
    /// page. Otherwise it includes the offset of the query.
    /// </summary>
    public long Offset { get; init; }

    /// <summary>
    /// The checkpoint after this page; null if this is the last page. If it is not null, there may or may not be more sessions.
    /// </summary>
    public SessionCheckpoint? Next { get; init; }

    /// <summary>
    /// The unchanged value of <c>totalcount</c>. The vendor's pages do not agree on its meaning, so the client does not use it.
    /// </summary>
    public long? TotalCount { get; init; }

    /// <summary>
    /// The unchanged value of <c>pagecount</c>. The vendor's pages do not agree on its meaning, so the client does not use it.
    /// </summary>
    public long? PageCount { get; init; }

    /// <summary>
    /// The unchanged value of <c>totalrecords</c>. The vendor's pages do not define it, so the client does not use it.
    /// </summary>
    public long? TotalRecords { get; init; }

    /// <summary>
    /// The number of unreadable values of known fields. <see cref="VideoSession.AdditionalFields"/> contains their JSON.
    /// </summary>
    public int UnreadableValues { get; init; }

    // Prints the number of sessions. The list would print its type name, and sessions may contain personal data.
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
