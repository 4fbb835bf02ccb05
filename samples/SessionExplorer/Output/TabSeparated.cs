namespace SessionExplorer.Output;

/// <summary>Writes a table to a pipe: tab-separated values, names in the first line, no colours and no borders.</summary>
internal sealed class TabSeparated(TextWriter output) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        await foreach (var values in result.ToTextsAsync(cancellationToken))
            await output.WriteLineAsync(string.Join('\t', values.Select(CellText.Visible)));
    }
}
