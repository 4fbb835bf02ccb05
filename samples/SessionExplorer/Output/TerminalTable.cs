using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A table for people, never wider than the terminal.</summary>
internal sealed class TerminalTable(Screen screen) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        var table = new FittedTable(result.Columns);
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
            table.Add([.. row.Zip(result.Columns, HumanText.Format)], styles: [.. row.Zip(result.Columns, Style)]);

        if (table.IsEmpty)
            screen.Text("Nothing found.");
        else
            screen.Draw(table);
    }

    private static Style? Style(object? value, ResultColumn column) => column.IsBad(value) ? Color.Red : null;
}
