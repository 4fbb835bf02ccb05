using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A table for people, as wide as the terminal.</summary>
internal sealed class TerminalTable(IAnsiConsole console) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(result, cancellationToken);
        if (rows.Count == 0)
        {
            console.WriteLine("No sessions.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in result.Columns)
            table.AddColumn(Heading(column));
        foreach (var row in rows)
            table.AddRow(row.Select(text => new Text(text)));

        console.Write(table);
    }

    private static TableColumn Heading(ResultColumn column)
    {
        var heading = new TableColumn(new Text(column.Label, new Style(decoration: Decoration.Bold))).NoWrap();
        return column.IsNumeric ? heading.RightAligned() : heading;
    }

    private static async Task<List<string[]>> ReadAsync(Result result, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
            rows.Add([.. row.Zip(result.Columns, HumanText.Of)]);

        return rows;
    }
}
