using System.Text.Json;
using ParquetSharp;
using static System.Text.Encoding;

namespace SessionExplorer.Export;

/// <summary>Converts rows of NDJSON to a Parquet file. At most one row group is in memory.</summary>
internal sealed class ParquetConversion(IReadOnlyList<Catalogue.Column> columns)
{
    private const int RowsPerGroup = 20_000;

    private readonly ParquetColumn[] _columns = [.. columns.Select(ParquetColumn.Create)];

    public void Write(string rows, string parquet, UnixFileMode? mode, CancellationToken cancellationToken)
    {
        using var stream = ExportStreams.Open(parquet, FileMode.Create, mode);
        using (var output = new ParquetSharp.IO.ManagedOutputStream(stream, leaveOpen: true))
        using (var properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).Build())
        using (var file = new ParquetFileWriter(output, [.. _columns.Select(column => column.Schema)], properties))
        {
            foreach (var group in File.ReadLines(rows, UTF8).Chunk(RowsPerGroup))
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteGroup(file, group);
            }

            file.Close();
        }

        stream.Flush(flushToDisk: true);
    }

    private void WriteGroup(ParquetFileWriter file, string[] rows)
    {
        foreach (var row in rows)
            Add(UTF8.GetBytes(row));

        using var group = file.AppendRowGroup();
        foreach (var column in _columns)
            column.Write(group);
    }

    // The names are in the order of the columns, as the export wrote them.
    private void Add(ReadOnlySpan<byte> row)
    {
        var reader = new Utf8JsonReader(row);
        reader.Read();
        foreach (var column in _columns)
        {
            reader.Read();
            reader.Read();
            column.Add(ref reader);
        }
    }
}
