using System.Buffers;

namespace SessionExplorer.Output;

/// <summary>What a table becomes in a pipe: tabs between values, names in the first line, no colours and no boxes.</summary>
internal sealed class TabSeparated(TextWriter output) : IResultWriter
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("\t\r\n");

    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        await foreach (var values in result.ToTextsAsync(cancellationToken))
            await output.WriteLineAsync(string.Join('\t', values.Select(OnOneLine)));
    }

    private static string OnOneLine(string text) =>
        text.AsSpan().ContainsAny(Separators) ? text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ') : text;
}
