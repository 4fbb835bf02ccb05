using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>An export's files: the one wanted, the unfinished one that becomes it, and the checkpoint.</summary>
/// <param name="Final">The full path. Of a symbolic link it is that of the link's target, so that the link stays.</param>
/// <param name="Mode">The mode of the file that is replaced; null where there is none.</param>
internal sealed record ExportTarget(string Final, UnixFileMode? Mode)
{
    public string Part => Final + ".part";

    public string Checkpoint => Final + ".checkpoint";

    public string Lock => Final + ".lock";

    /// <summary>Where a Parquet file is written once its rows are complete.</summary>
    private string Finishing => Final + ".finishing";

    public bool IsFinished => File.Exists(Final) && !File.Exists(Checkpoint);

    public bool HasCheckpoint => File.Exists(Checkpoint);

    /// <exception cref="UsageException">No file can be written there.</exception>
    public static ExportTarget Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (new FileInfo(full).LinkTarget is not null)
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full))
            throw new UsageException($"'{path}' is a folder. Specify a file.");
        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"The folder '{folder}' does not exist.");

        return new(full, File.Exists(full) && !OperatingSystem.IsWindows() ? File.GetUnixFileMode(full) : null);
    }

    public void Clear()
    {
        File.Delete(Checkpoint);
        File.Delete(Part);
        File.Delete(Finishing);
    }

    /// <summary>Gives the file its name. Killed in the midst of it, the next run with the checkpoint ends it.</summary>
    public void Finish(ExportShape shape, CancellationToken cancellationToken)
    {
        // Where the rows are gone, an earlier run had given the file its name.
        if (File.Exists(Part) && shape.Format == ExportFormat.Parquet)
        {
            new ParquetConversion(shape.Columns).Write(Part, Finishing, Mode, cancellationToken);
            File.Move(Finishing, Final, overwrite: true);
            File.Delete(Part);
        }
        else if (File.Exists(Part))
        {
            File.Move(Part, Final, overwrite: true);
        }

        File.Delete(Checkpoint);
    }
}
