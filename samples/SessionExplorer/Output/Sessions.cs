using MediaMelon.SessionList;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>Converts sessions to a result with one row per session, as they arrive.</summary>
internal static class Sessions
{
    public static Result ToResult(IAsyncEnumerable<VideoSession> sessions, IReadOnlyList<Column> columns) =>
        new(
            [.. columns.Select(ResultColumn.From)],
            sessions.Select(session => columns.Select(column => column.Read(session)).ToArray()));
}
