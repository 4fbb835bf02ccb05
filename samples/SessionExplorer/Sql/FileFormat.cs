namespace SessionExplorer.Sql;

internal enum FileFormat
{
    Csv,
    Json,
    Parquet,
}
