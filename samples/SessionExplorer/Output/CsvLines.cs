using CsvHelper;

namespace SessionExplorer.Output;

/// <summary>Comma-separated values after RFC 4180, with the columns' names in the first line.</summary>
internal sealed class CsvLines(TextWriter output) : IResultWriter
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", WriteByteOrderMark = false };

    public static CsvWriter Open(TextWriter output) => CsvWriter.Create(output, Options, leaveOpen: true);

    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        await using var csv = Open(output);
        await foreach (var values in result.ToTextsAsync(cancellationToken))
            csv.WriteRecord(values);
    }
}
