using System.Globalization;

namespace NightlyExport.Targets;

/// <summary>A temporary file. It is locked while it is open, and deleted when it is closed.</summary>
/// <remarks>A killed process leaves its file. The lock distinguishes such files from files in use.</remarks>
internal sealed class Draft : IDisposable
{
    private const string Extension = ".tmp";

    private Draft(FileStream stream) => Stream = stream;

    public FileStream Stream { get; }

    public string Path => Stream.Name;

    /// <summary>Creates a file with a unique name.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="name">The prefix of its name.</param>
    public static Draft Create(string folder, string name)
    {
        var unique = string.Create(CultureInfo.InvariantCulture, $"{name}.{Guid.NewGuid():N}{Extension}");

        // On Windows, FileShare.Delete allows the open file to be renamed. On other systems, it is a shared lock.
        return new(new FileStream(
            System.IO.Path.Combine(folder, unique), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete));
    }

    /// <summary>Deletes the files with this prefix that no process has open.</summary>
    public static void DeleteAbandoned(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return;

        // Earlier versions used a name without a unique part.
        foreach (var path in Directory.EnumerateFiles(folder, $"{name}*{Extension}"))
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another process uses it, or has already deleted it.
            }
        }
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // The disk is full: the buffer cannot be written, and the preceding write has failed too.
        }
        finally
        {
            File.Delete(Path);
        }
    }
}
