using Spectre.Console;
using Spectre.Console.Rendering;

namespace SessionExplorer.Output;

/// <summary>Labels, bars and trailing values, as wide as the terminal.</summary>
internal static class BarChart
{
    private const int WidestUseful = 60;
    private const int BetweenColumns = 2;

    public sealed record Row(string Label, double Value, string Text, bool IsWorst = false);

    public static IRenderable Draw(IReadOnlyList<Row> rows, int terminalWidth, Glyphs glyphs)
    {
        var longest = rows.Max(row => row.Label.Length) + rows.Max(row => row.Text.Length) + (2 * BetweenColumns) + 1;
        var width = Math.Clamp(terminalWidth - longest, 4, WidestUseful);
        var greatest = Math.Max(rows.Max(row => row.Value), double.Epsilon);

        var grid = new Grid();
        grid.AddColumn(
            new GridColumn
            {
                NoWrap = true,
                Padding = new Padding(0, 0, BetweenColumns, 0),
                Alignment = Justify.Right,
            }
        );
        grid.AddColumn(
            new GridColumn
            {
                NoWrap = true,
                Padding = new Padding(0, 0, BetweenColumns, 0),
                Width = width,
            }
        );
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        foreach (var row in rows)
            grid.AddRow(
                new Text(row.Label),
                new Text(Bar.Format(row.Value / greatest, width, glyphs), row.IsWorst ? Color.Red : Color.Aqua),
                new Text(row.Text));

        return grid;
    }
}
