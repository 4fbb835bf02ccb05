using System.Globalization;
using NightlyExport.Plan;

namespace NightlyExport.Targets;

/// <summary>A data set in a folder. A file is written under a temporary name and renamed.</summary>
internal sealed class FolderTarget(string root) : IExportTarget
{
    private const string FileName = "sessions.parquet";
    private const string ProbeName = "probe";

    public string Name => root;

    public Task PrepareAsync(IEnumerable<ExportHour> hours, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(root);
            Draft.DeleteAbandoned(root, ProbeName);
            Draft.Create(root, ProbeName).Dispose();
            foreach (var path in hours.Select(FilePath))
                PrepareFile(path);

            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TargetException($"The folder '{root}' cannot be written: {exception.Message}", exception);
        }
    }

    public Task<StoredHour?> FindAsync(ExportHour hour, CancellationToken cancellationToken)
    {
        var path = FilePath(hour);
        var file = new FileInfo(path);
        return Task.FromResult(file.Exists ? new StoredHour(path, Version(file)) : null);
    }

    public Task<Stream> ReadAsync(StoredHour stored, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(
            new FileStream(stored.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    public Task<Draft> BeginAsync(ExportHour hour, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(FilePath(hour))!;
        Directory.CreateDirectory(folder);
        return Task.FromResult(Draft.Create(folder, FileName));
    }

    public Task<bool> CommitAsync(Draft draft, ExportHour hour, StoredHour? replaced, CancellationToken cancellationToken)
    {
        draft.Stream.Flush(flushToDisk: true);
        var path = FilePath(hour);
        return Task.FromResult(replaced is null ? Add(draft, path) : Replace(draft, path, replaced));
    }

    private static void PrepareFile(string path)
    {
        if (Directory.Exists(path))
            throw new TargetException($"'{path}' must be a file; it is a folder.");

        Draft.DeleteAbandoned(Path.GetDirectoryName(path)!, FileName);
    }

    private static bool Add(Draft draft, string path)
    {
        try
        {
            File.Move(draft.Path, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static bool Replace(Draft draft, string path, StoredHour replaced)
    {
        var file = new FileInfo(path);
        if (!file.Exists || Version(file) != replaced.Version)
            return false;

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft.Path, File.GetUnixFileMode(path));

        File.Move(draft.Path, path, overwrite: true);
        return true;
    }

    private static string Version(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");

    // A symbolic link is kept: the file that it refers to is replaced.
    private string FilePath(ExportHour hour)
    {
        var file = new FileInfo(Path.Combine(root, hour.Folder, FileName));
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
