using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>Texts in rows and columns, cut and left out where the terminal is too narrow for them.</summary>
internal sealed class FittedTable(IReadOnlyList<ResultColumn> columns)
{
    // What TableBorder.Simple draws beside each column.
    private const int BetweenColumns = 3;

    private readonly List<(string[] Texts, Style? Style)> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    public void Add(string[] texts, Style? style = null) => _rows.Add((texts, style));

    public void Draw(IAnsiConsole console)
    {
        var widths = ColumnFit.Widths(
            [.. columns.Select((column, index) => _rows.Max(row => Math.Max(row.Texts[index].Length, column.Label.Length)))],
            [.. columns.Select(column => column.CanBeCut)],
            console.Profile.Width - 1,
            BetweenColumns);

        var table = new Table { Border = TableBorder.Simple };
        foreach (var (column, width) in columns.Zip(widths))
            table.AddColumn(Heading(column, width));
        foreach (var (texts, style) in _rows)
            table.AddRow(texts.Zip(widths, (text, width) => new Text(Cut(text, width), style)));

        console.Write(table);
        TellLeftOut(console, columns.Skip(widths.Count));
    }

    private static TableColumn Heading(ResultColumn column, int width)
    {
        var heading = new TableColumn(new Text(Cut(column.Label, width), new Style(decoration: Decoration.Bold)))
        {
            Width = width,
        };
        return column.IsNumeric ? heading.RightAligned() : heading;
    }

    private static void TellLeftOut(IAnsiConsole console, IEnumerable<ResultColumn> leftOut)
    {
        var names = string.Join(", ", leftOut.Select(column => column.Name));
        if (names.Length > 0)
            console.Write(new Text($"No room for {names}; --output csv has all.\n", new Style(decoration: Decoration.Dim)));
    }

    private static string Cut(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
