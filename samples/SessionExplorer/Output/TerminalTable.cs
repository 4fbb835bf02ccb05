using SessionExplorer.Catalogue;
using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A table for people, never wider than the terminal.</summary>
internal sealed class TerminalTable(IAnsiConsole console) : IResultWriter
{
    // What TableBorder.Simple draws beside each column.
    private const int BetweenColumns = 3;

    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
            rows.Add([.. row.Zip(result.Columns, HumanText.Of)]);

        if (rows.Count == 0)
        {
            console.WriteLine("Nothing found.");
            return;
        }

        var widths = ColumnFit.Widths(
            [.. result.Columns.Select((column, index) => rows.Max(row => Math.Max(row[index].Length, column.Label.Length)))],
            [.. result.Columns.Select(column => column.Kind == ColumnKind.Text)],
            console.Profile.Width - 1,
            BetweenColumns);
        Draw(result.Columns, rows, widths);
        TellLeftOut(result.Columns.Skip(widths.Count));
    }

    private void Draw(IReadOnlyList<ResultColumn> columns, List<string[]> rows, IReadOnlyList<int> widths)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (column, width) in columns.Zip(widths))
        {
            var heading = new TableColumn(new Text(Cut(column.Label, width), new Style(decoration: Decoration.Bold))) { Width = width };
            table.AddColumn(column.IsNumeric ? heading.RightAligned() : heading);
        }

        foreach (var row in rows)
            table.AddRow(row.Zip(widths, (text, width) => new Text(Cut(text, width))));

        console.Write(table);
    }

    private void TellLeftOut(IEnumerable<ResultColumn> columns)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (names.Length > 0)
            console.Write(new Text($"No room for {names}: --output csv has all.\n", new Style(decoration: Decoration.Dim)));
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
