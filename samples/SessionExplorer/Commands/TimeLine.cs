using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using Spectre.Console;

namespace SessionExplorer.Commands;

/// <summary>A viewer's sessions, day by day, each with its place in the day.</summary>
internal static class TimeLine
{
    private const int HoursPerCell = 1;
    private const int Cells = 24 / HoursPerCell;

    public static void Draw(IReadOnlyList<VideoSession> sessions, Screen screen, DateTimeOffset now)
    {
        if (sessions.Count == 0)
        {
            screen.Text("No sessions of this subscriber in the period.");
            return;
        }

        foreach (var day in sessions.Where(session => session.StartTime is not null).GroupBy(session => Local(session.StartTime!.Value).Date))
        {
            screen.Heading(day.Key.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));
            screen.Draw(Table(day, now, screen.Width));
        }
    }

    private static Table Table(IEnumerable<VideoSession> sessions, DateTimeOffset now, int width)
    {
        var isWide = width >= 100;
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        foreach (var column in Enumerable.Range(0, isWide ? 5 : 4))
            table.AddColumn(new TableColumn("") { NoWrap = column != 2, Padding = new Padding(0, 0, 2, 0) });

        foreach (var session in sessions)
        {
            var cells = new List<Text>
            {
                new(Times(session)),
                new(session.AssetName ?? "-"),
                new(Experience(session)),
                new(Outcome(session), Colour(session)),
            };
            if (isWide)
                cells.Insert(0, new Text(Line(session, now), Colour(session)));

            table.AddRow(cells);
        }

        return table;
    }

    private static string Line(VideoSession session, DateTimeOffset now)
    {
        var start = Local(session.StartTime!.Value);
        var end = Local(session.EndTime ?? now);
        var first = start.Hour / HoursPerCell;
        var last = end.Date > start.Date ? Cells - 1 : Math.Max(first, end.Hour / HoursPerCell);
        return new string('·', first) + new string('━', last - first + 1) + new string('·', Cells - 1 - last);
    }

    private static string Times(VideoSession session) =>
        $"{Clock(session.StartTime)} - {(session.EndTime is { } end ? Clock(end) : "     ")}";

    private static string Experience(VideoSession session)
    {
        var parts = new[] { KnownColumns.WatchTime, KnownColumns.StartupTime, KnownColumns.Rebuffering, KnownColumns.PlaybackScore }
            .Select(column => (column.Label, Value: column.Read(session), Column: ResultColumn.Of(column)))
            .Where(part => part.Value is not null)
            .Select(part => $"{part.Label.ToLowerInvariant()} {HumanText.Of(part.Value, part.Column)}");
        return string.Join(", ", parts);
    }

    private static string Outcome(VideoSession session) => string.Join(' ', new[] { session.ViewStatus?.Value, session.ErrorCode }.Where(word => word is not null));

    private static Color Colour(VideoSession session) => session switch
    {
        { FatalErrors: > 0 } => Color.Red,
        { ErrorCode: not null } => Color.Red,
        { PlaybackScore: < 60 } => Color.Yellow,
        _ => Color.Green,
    };

    private static string Clock(DateTimeOffset? time) => Local(time!.Value).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset time) => time.ToLocalTime();
}
