using System.Formats.Tar;
using System.Text;
using SessionExplorer.CommandLine;
using SessionExplorer.Output;

namespace SessionExplorer.Export;

/// <summary>A target that is not a regular file: standard output, a pipe, or a device. Rows are written as they arrive.</summary>
internal sealed record StreamTarget(string Path)
{
    private const string StandardOutputName = "-";

    private static readonly string[] OpenFiles = ["/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/"];

    private bool IsStandardOutput => Path is StandardOutputName or "/dev/stdout";

    /// <summary>Its name in messages.</summary>
    public string Name => IsStandardOutput ? "standard output" : Path;

    /// <summary>Null if the path refers to a regular file or to nothing.</summary>
    public static StreamTarget? Find(string path)
    {
        if (path == StandardOutputName || OpenFiles.Any(name => path.StartsWith(name, StringComparison.Ordinal)))
            return new(path);

        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            file = (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
        return file is { Exists: true, Length: 0 } && IsSpecial(file.FullName) ? new(file.FullName) : null;
    }

    /// <summary>Opens the target. Opening a pipe waits for its reader.</summary>
    public async Task<TextWriter> OpenAsync(CancellationToken cancellationToken)
    {
        if (IsStandardOutput)
            return new StreamWriter(StandardOutput.OpenStream(), new UTF8Encoding(false)) { NewLine = "\n" };

        var opening = Task.Run(
            () => new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite),
            cancellationToken);
        return new StreamWriter(await opening.WaitAsync(cancellationToken), new UTF8Encoding(false)) { NewLine = "\n" };
    }

    /// <exception cref="UsageException">The options need a regular file.</exception>
    public void Refuse(ExportFormat format, bool resume)
    {
        if (format == ExportFormat.Parquet)
            throw new UsageException($"Parquet cannot be written to {Name}: specify a file, or use --format csv or ndjson.");
        if (resume)
            throw new UsageException($"An export to {Name} cannot be resumed: specify a file.");
    }

    // .NET provides the type of a file only here. To open a pipe for this check would disturb its reader.
    private static bool IsSpecial(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
            writer.WriteEntry(path, "file");

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice;
    }
}
