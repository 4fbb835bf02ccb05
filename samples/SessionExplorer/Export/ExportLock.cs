using System.Security.Cryptography;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>Locks an export's files for one process. A second process that requests them gets an error.</summary>
internal sealed class ExportLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    private ExportLock(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <exception cref="UsageException">Another process has locked them.</exception>
    public static ExportLock Take(ExportTarget target)
    {
        while (true)
        {
            var file = Open(target);
            if (IsCurrent(target.Lock, file))
                return new(target.Lock, file);

            // The previous owner removed the file after this process opened it and before this process locked it.
            file.Dispose();
        }
    }

    public void Dispose()
    {
        // The file is deleted while it is locked: otherwise a file that another process has locked could be deleted.
        File.Delete(_path);
        _file.Dispose();
    }

    // FileShare.None is an exclusive lock, on Unix too. It ends when the process ends, even if the process crashes.
    private static FileStream Open(ExportTarget target)
    {
        try
        {
            return new FileStream(target.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem.GetType() == typeof(IOException) && File.Exists(target.Lock))
        {
            var holder = ExportState.ReadHolder(target.Checkpoint) ?? "another process";
            throw new UsageException($"{target.Final} is being exported by {holder}.");
        }
    }

    // A unique time, set on the open file, shows whether the path still refers to the same file.
    private static bool IsCurrent(string path, FileStream file)
    {
        if (OperatingSystem.IsWindows())
            return true;

        var stamp = DateTime.UnixEpoch.AddSeconds(RandomNumberGenerator.GetInt32(int.MaxValue));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, stamp);
        return File.GetLastWriteTimeUtc(path) == stamp;
    }
}
