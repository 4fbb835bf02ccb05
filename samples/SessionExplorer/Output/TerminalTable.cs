using Spectre.Console;

namespace SessionExplorer.Output;

/// <summary>A table for people, never wider than the terminal.</summary>
internal sealed class TerminalTable(IAnsiConsole console) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        var table = new FittedTable(result.Columns);
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
            table.Add([.. row.Zip(result.Columns, HumanText.Of)]);

        if (table.IsEmpty)
            console.WriteLine("Nothing found.");
        else
            table.Draw(console);
    }
}
