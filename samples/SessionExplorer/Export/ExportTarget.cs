using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>The files of an export: the final file, the unfinished file, and the checkpoint.</summary>
/// <param name="Final">The full path. For a symbolic link, it is the path of the link's target, so that the link is kept.</param>
/// <param name="Mode">The mode of the file that is replaced. Null if no file exists.</param>
internal sealed record ExportTarget(string Final, UnixFileMode? Mode)
{
    public string Part => Final + ".part";

    public string Checkpoint => Final + ".checkpoint";

    public string Lock => Final + ".lock";

    /// <summary>Where a Parquet file is written once its rows are complete.</summary>
    private string Finishing => Final + ".finishing";

    public bool IsFinished => File.Exists(Final) && !File.Exists(Checkpoint);

    public bool HasCheckpoint => File.Exists(Checkpoint);

    /// <exception cref="UsageException">A file cannot be written there.</exception>
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

    /// <summary>Renames the file to its final name. If the process is killed meanwhile,
    /// the next run completes the step.</summary>
    public void Finish(ExportShape shape, CancellationToken cancellationToken)
    {
        // If the rows are missing, an earlier run has already renamed the file.
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
