namespace SessionExplorer.Export;

internal enum ExportFormat
{
    Csv,
    Ndjson,
    Parquet,
}
