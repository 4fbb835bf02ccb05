namespace SessionExplorer.Output;

/// <summary>Comma-separated values, with the columns' names in the first line.</summary>
internal sealed class CsvLines(TextWriter output, bool isSafe) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        var csv = new CsvText(isSafe);

        // The header is written with the first row, so that an earlier failure writes nothing.
        string? header = csv.Header(result.Columns);
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
        {
            if (header is not null)
                await output.WriteLineAsync(header);

            header = null;
            await output.WriteLineAsync(csv.Row(result.Columns, row));
        }

        if (header is not null)
            await output.WriteLineAsync(header);
    }
}
