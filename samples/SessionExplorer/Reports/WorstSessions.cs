using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.RootCause;

namespace SessionExplorer.Reports;

/// <summary>Keeps the worst sessions of a listing while it is read.</summary>
internal sealed class WorstSessions(Measure measure, bool isBelow, bool withSubscribers)
{
    private const int MaxSessions = 20;

    private readonly PriorityQueue<VideoSession, double> _sessions = new();

    private readonly Column[] _columns =
    [
        .. new[]
        {
            measure.Column,
            KnownColumns.StartTime,
            KnownColumns.AssetName,
            KnownColumns.Country,
            KnownColumns.OperatingSystem,
            KnownColumns.Cdn,
            KnownColumns.SessionId,
        }.Distinct(),
        .. withSubscribers ? [KnownColumns.SubscriberId] : (Column[])[],
    ];

    /// <summary>The columns that the query must contain.</summary>
    public IEnumerable<Field> Fields => _columns.Select(column => column.Field);

    public IReadOnlyList<string> Labels =>
        [.. _columns.Select(column => column == KnownColumns.StartTime ? "Start (UTC)" : column.Label)];

    /// <summary>The sessions, the worst first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows =>
    [
        .. _sessions.UnorderedItems
            .OrderByDescending(item => item.Priority)
            .ThenBy(item => item.Element.SessionId, StringComparer.Ordinal)
            .Select(item => _columns.Select(column => Text(item.Element, column)).ToArray()),
    ];

    public async IAsyncEnumerable<VideoSession> KeepAsync(IAsyncEnumerable<VideoSession> sessions)
    {
        await foreach (var session in sessions)
        {
            if (measure.Read(session) is { } value)
                _sessions.Enqueue(session, isBelow ? -value : value);
            if (_sessions.Count > MaxSessions)
                _sessions.Dequeue();

            yield return session;
        }
    }

    private static string Text(VideoSession session, Column column) =>
        column == KnownColumns.StartTime
            ? session.StartTime?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-"
            : SegmentText.OneLine(HumanText.Format(column.Read(session), ResultColumn.From(column)));
}
