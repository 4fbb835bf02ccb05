using System.Globalization;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;
using SessionExplorer.RootCause;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Watching;

/// <summary>Draws a poll on the screen.</summary>
internal sealed class WatchScreen(Column metric, WatchSettings settings)
{
    private static readonly (Column Column, int Width)[] Context =
    [
        (KnownColumns.EndTime, 8),
        (KnownColumns.AssetName, 18),
        (KnownColumns.Country, 12),
        (KnownColumns.OperatingSystem, 10),
        (KnownColumns.Cdn, 10),
    ];

    private readonly (Column Column, int Width)[] _columns = [(metric, 11), .. Context.Where(shown => shown.Column != metric)];

    public IRenderable Draw(Look look)
    {
        var window = look.Window;
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true });
        grid.AddColumn();
        Row("Sessions", string.Create(
            CultureInfo.InvariantCulture,
            $"{window.Sessions:N0} in the last {Minutes(settings.Window)}{(window.IsCut ? " (the latest of more)" : "")}, "
                + $"{HumanText.Number(window.PerMinute)} a minute, {look.New.Count:N0} new"));
        Row("Bad", look.Rule is { } rule
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{window.Counts.Bad:N0}, {FindingText.Percent(window.Counts.Rate)} have {rule.Text} (limit: {rule.Origin})")
            : "-");
        Row(
            look.Rule?.IsBelow == true ? "p5" : "p95",
            window.P95 is { } p95 ? HumanText.WithUnit(HumanText.Number(p95), metric.Unit) : "-");
        Row("Errors", string.Create(CultureInfo.InvariantCulture, $"{window.WithErrors:N0} sessions with errors"));
        if (look.Problem is { } problem)
            grid.AddRow(new Text("Problem", Color.Red), new Text(problem, Color.Red));

        return new Rows(new Text(Status(look)), grid, Worst(look));

        void Row(string name, string text) => grid.AddRow(new Text(name), new Text(text));
    }

    private string Status(Look look) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Look {look.Number} at {look.Time.ToLocalTime():HH:mm:ss}. "
                + $"Polls the service every {Seconds(settings.Every)}, ends with Ctrl+C.");

    private Grid Worst(Look look)
    {
        var grid = new Grid();
        foreach (var _ in _columns)
            grid.AddColumn(new GridColumn { NoWrap = true });
        var heading = new Style(decoration: Decoration.Bold);
        grid.AddRow([.. _columns.Select(shown => new Text(Cut(shown.Column.Label, shown.Width), heading))]);
        foreach (var session in look.Window.Worst)
            grid.AddRow([.. _columns.Select(shown => new Text(Cut(Value(session, shown.Column), shown.Width)))]);

        return grid;
    }

    private static string Value(WatchedSession session, Column column) =>
        column == KnownColumns.EndTime && session.Session.EndTime is { } end
            ? end.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : SegmentText.OneLine(HumanText.Format(column.Read(session.Session), ResultColumn.From(column)));

    private static string Cut(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");

    private static string Minutes(TimeSpan time) => HumanText.WithUnit(HumanText.Number(time.TotalMinutes), "min");

    private static string Seconds(TimeSpan time) => HumanText.WithUnit(HumanText.Number(time.TotalSeconds), "s");
}
