namespace SessionExplorer.Export;

internal static class ExportFiles
{
    /// <summary>The format that a file name specifies. Null if it specifies none.</summary>
    public static ExportFormat? FormatOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => ExportFormat.Csv,
            ".ndjson" or ".jsonl" => ExportFormat.Ndjson,
            ".parquet" => ExportFormat.Parquet,
            _ => null,
        };
}
