using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using Spectre.Console;

namespace SessionExplorer.Commands;

/// <summary>A viewer's sessions in order of time, each with its position in the day.</summary>
internal sealed class TimeLine(DateTimeOffset now, Glyphs glyphs)
{
    private const int HoursPerCell = 2;
    private const int Cells = 24 / HoursPerCell;
    private const double PoorScore = 60;

    private static readonly Column[] Experience =
    [
        KnownColumns.StartupTime,
        KnownColumns.PlaybackScore,
        KnownColumns.Rebuffering,
        KnownColumns.WatchTime,
    ];

    private static readonly ResultColumn[] Columns =
    [
        new("when", "When", ColumnKind.Time),
        new("day", "0  6  12 18 ", ColumnKind.Time) { Importance = 0, IsInData = false },
        new("outcome", "Outcome", ColumnKind.Text) { Importance = 3 },
        ResultColumn.From(KnownColumns.AssetName) with { Importance = 4 },
        .. Experience.Select((column, index) => ResultColumn.From(column) with { Importance = index < 2 ? 5 : 2 }),
    ];

    public FittedTable Lay(IEnumerable<VideoSession> sessions)
    {
        var table = new FittedTable(Columns);
        foreach (var session in sessions)
            table.Add(
                [
                    When(session),
                    Line(session),
                    Outcome(session),
                    session.AssetName ?? "-",
                    .. Experience.Select(column => Text(session, column)),
                ],
                Style(session));

        return table;
    }

    private static string When(VideoSession session)
    {
        // Without a start, only the end specifies the day.
        if (session.StartTime is not { } begun)
            return $"? - {session.EndTime?.ToLocalTime().ToString("ddd MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "?"}";

        var start = begun.ToLocalTime().ToString("ddd MM-dd HH:mm", CultureInfo.InvariantCulture);
        var end = session.EndTime?.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture) ?? "...";
        return $"{start} - {end}";
    }

    private static string Outcome(VideoSession session) =>
        string.Join(' ', new[] { session.ViewStatus?.Value, session.ErrorCode }.Where(word => word is not null));

    private static string Text(VideoSession session, Column column) =>
        HumanText.Format(column.Read(session), ResultColumn.From(column));

    private string Line(VideoSession session)
    {
        if (session.StartTime is not { } begun)
            return new string(glyphs.Rest, Cells);

        var start = begun.ToLocalTime();
        var end = (session.EndTime ?? now).ToLocalTime();
        var first = start.Hour / HoursPerCell;
        var last = end.Date > start.Date ? Cells - 1 : Math.Max(first, end.Hour / HoursPerCell);
        return new string(glyphs.Rest, first)
            + new string(glyphs.Running, last - first + 1)
            + new string(glyphs.Rest, Cells - 1 - last);
    }

    private static Style? Style(VideoSession session) =>
        session switch
        {
            { ErrorCode: not null } => Color.Red,
            { PlaybackScore: < PoorScore } => Color.Yellow,
            _ => null,
        };
}
