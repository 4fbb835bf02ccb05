using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>Where an export begins: anew, or where an earlier one stopped. Nothing is replaced unasked.</summary>
internal sealed record ExportBeginning(ExportTarget Target, bool Resume, bool Overwrite)
{
    public ExportState Find(ExportFormat? given, IReadOnlyList<Column> columns, DateTimeOffset now)
    {
        var format = given ?? ExportFiles.FormatOf(Target.Final) ?? throw new UsageException(
            "The file's name does not tell the format: end it in .csv, .ndjson or .parquet, or add --format.");
        var names = string.Join(',', columns.Select(column => column.Name));

        if (Resume && Target.HasCheckpoint)
            return Continue(format, names);

        RefuseToReplace();
        Target.Clear();
        return new(format, now, names, 0, FilePosition.Empty, Next: null, IsComplete: false);
    }

    private ExportState Continue(ExportFormat format, string columns)
    {
        var state = ExportState.Load(Target.Checkpoint);
        return state.Format == format && state.Columns == columns
            ? state
            : throw new UsageException(
                "The unfinished export has another format or other columns: give the same options, or --overwrite.");
    }

    private void RefuseToReplace()
    {
        if (Path.GetDirectoryName(Target.Final) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"There is no folder '{folder}'.");
        if (!Overwrite && Target.HasCheckpoint)
            throw new UsageException($"{Target.Final} is unfinished: --resume goes on with it, --overwrite starts anew.");
        if (!Overwrite && File.Exists(Target.Final))
            throw new UsageException($"{Target.Final} exists: --overwrite replaces it.");
    }
}
