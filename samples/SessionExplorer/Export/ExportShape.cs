using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

/// <summary>What a file of an export looks like.</summary>
internal sealed record ExportShape(ExportFormat Format, IReadOnlyList<Column> Columns, bool IsCsvSafe)
{
    /// <summary>The names of the columns, in their order.</summary>
    public string Names => string.Join(',', Columns.Select(column => column.Name));

    /// <summary>Opens the unfinished file.</summary>
    /// <remarks>That of a Parquet export holds rows as NDJSON: Parquet cannot be cut after any row.</remarks>
    public TextExportFile Open(ExportTarget target, long length) =>
        Format == ExportFormat.Csv
            ? new CsvExportFile(target.Part, length, target.Mode, Columns, IsCsvSafe)
            : new NdjsonExportFile(target.Part, length, target.Mode, Columns);
}
