using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

/// <summary>The format and the columns of an export file.</summary>
internal sealed record ExportShape(ExportFormat Format, IReadOnlyList<Column> Columns, bool IsCsvSafe)
{
    /// <summary>The names of the columns, in their order.</summary>
    public string Names => string.Join(',', Columns.Select(column => column.Name));

    /// <summary>Opens the unfinished file.</summary>
    /// <remarks>A Parquet export stores its rows as NDJSON until it is complete, as Parquet
    /// cannot be truncated after any row.</remarks>
    public TextExportFile Open(ExportTarget target, long length) =>
        Format == ExportFormat.Csv
            ? new CsvExportFile(target.Part, length, target.Mode, Columns, IsCsvSafe)
            : new NdjsonExportFile(target.Part, length, target.Mode, Columns);
}
