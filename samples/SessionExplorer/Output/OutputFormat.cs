namespace SessionExplorer.Output;

internal enum OutputFormat
{
    Table,
    Json,
    Ndjson,
    Csv,
}
