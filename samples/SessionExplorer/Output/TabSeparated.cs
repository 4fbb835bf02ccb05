namespace SessionExplorer.Output;

/// <summary>What a table becomes in a pipe: tabs between values, names in the first line, no colours and no boxes.</summary>
internal sealed class TabSeparated(TextWriter output) : IResultWriter
{
    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        await foreach (var values in result.ToTextsAsync(cancellationToken))
            await output.WriteLineAsync(string.Join('\t', values.Select(CellText.Visible)));
    }
}
