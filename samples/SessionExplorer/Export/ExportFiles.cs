using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

internal static class ExportFiles
{
    public static IExportFile Open(ExportFormat format, string path, FilePosition position, IReadOnlyList<Column> columns) =>
        format switch
        {
            ExportFormat.Csv => new CsvExportFile(path, position, columns),
            ExportFormat.Ndjson => new NdjsonExportFile(path, position, columns),
            _ => new ParquetExportFile(path, position, columns),
        };

    /// <summary>The format that a file's name tells; null for none.</summary>
    public static ExportFormat? FormatOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => ExportFormat.Csv,
            ".ndjson" or ".jsonl" => ExportFormat.Ndjson,
            ".parquet" => ExportFormat.Parquet,
            _ => null,
        };
}
