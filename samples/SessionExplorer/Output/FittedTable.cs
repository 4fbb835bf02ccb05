using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A table of texts. If the terminal is too narrow, it cuts texts and hides columns.</summary>
internal sealed class FittedTable(IReadOnlyList<ResultColumn> columns)
{
    // The characters that TableBorder.Simple draws between columns.
    private const int BetweenColumns = 3;

    private readonly List<TableRow> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <param name="texts">What the cells show.</param>
    /// <param name="style">The style of the row.</param>
    /// <param name="styles">Styles of single cells, which override that of the row.</param>
    public void Add(string[] texts, Style? style = null, IReadOnlyList<Style?>? styles = null) =>
        _rows.Add(new([.. texts.Select(CellText.Visible)], style, styles));

    public void Draw(IAnsiConsole console, Glyphs glyphs, bool namesHidden)
    {
        var shown = ColumnFit.Choose(
            [.. columns.Select(Wish)],
            console.Profile.Width - 1,
            BetweenColumns);

        var table = new Table { Border = glyphs.Border };
        foreach (var (index, width) in shown)
            table.AddColumn(Heading(columns[index], width, glyphs));
        foreach (var row in _rows)
            table.AddRow(shown.Select(place => new Text(
                CellText.Cut(row.Texts[place.Index], place.Width, glyphs.Ellipsis),
                row.Styles?[place.Index] ?? row.Style)));

        console.Write(table);
        if (namesHidden)
            WriteHiddenColumns(console, columns.Where((_, index) => shown.All(place => place.Index != index)));
    }

    private ColumnPreference Wish(ResultColumn column, int index) =>
        new(NaturalWidth(column, index), column.CanBeCut, column.Importance);

    private int NaturalWidth(ResultColumn column, int index) =>
        _rows.Select(row => CellText.Width(row.Texts[index])).Append(CellText.Width(column.Label)).Max();

    private static TableColumn Heading(ResultColumn column, int width, Glyphs glyphs)
    {
        var label = CellText.Cut(CellText.Visible(column.Label), width, glyphs.Ellipsis);
        var heading = new TableColumn(new Text(label, new Style(decoration: Decoration.Bold))) { Width = width };
        return column.IsNumeric ? heading.RightAligned() : heading;
    }

    private static void WriteHiddenColumns(IAnsiConsole console, IEnumerable<ResultColumn> hidden)
    {
        var names = string.Join(", ", hidden.Where(column => column.IsInData).Select(column => column.Name));
        if (names.Length > 0)
            console.Write(new Text($"Columns not shown: {names}. Use --output csv.\n", new Style(decoration: Decoration.Dim)));
    }

    private sealed record TableRow(string[] Texts, Style? Style, IReadOnlyList<Style?>? Styles);
}
