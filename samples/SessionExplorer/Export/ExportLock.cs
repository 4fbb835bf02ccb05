using System.Security.Cryptography;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>Holds an export's files for one process: a second one that wants them is refused.</summary>
internal sealed class ExportLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    private ExportLock(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <exception cref="UsageException">Another process holds them.</exception>
    public static ExportLock Take(ExportTarget target)
    {
        while (true)
        {
            var file = Open(target);
            if (IsCurrent(target.Lock, file))
                return new(target.Lock, file);

            // Its holder removed it between our opening and our locking.
            file.Dispose();
        }
    }

    public void Dispose()
    {
        // While it is still locked: a file that another process locked meanwhile must not be removed.
        File.Delete(_path);
        _file.Dispose();
    }

    // No sharing is an exclusive lock, on Unix as well. It ends with the process, however that ends.
    private static FileStream Open(ExportTarget target)
    {
        try
        {
            return new FileStream(target.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem.GetType() == typeof(IOException) && File.Exists(target.Lock))
        {
            var holder = ExportState.HolderOf(target.Checkpoint) ?? "another process";
            throw new UsageException($"{target.Final} is being exported by {holder}.");
        }
    }

    // A time of our own, set on the open file, shows whether the path leads to the same file.
    private static bool IsCurrent(string path, FileStream file)
    {
        if (OperatingSystem.IsWindows())
            return true;

        var stamp = DateTime.UnixEpoch.AddSeconds(RandomNumberGenerator.GetInt32(int.MaxValue));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, stamp);
        return File.GetLastWriteTimeUtc(path) == stamp;
    }
}
