using System.Globalization;

namespace NightlyExport.Targets;

/// <summary>A temporary file. It is locked while it is open, and deleted when it is closed.</summary>
/// <remarks>A process that was killed leaves its file behind. The lock tells such files from those in use.</remarks>
internal sealed class Draft : IDisposable
{
    private const string Extension = ".tmp";

    private Draft(FileStream stream) => Stream = stream;

    public FileStream Stream { get; }

    public string Path => Stream.Name;

    /// <summary>Creates a file of a new name.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="name">The beginning of its name.</param>
    public static Draft Create(string folder, string name)
    {
        var unique = string.Create(CultureInfo.InvariantCulture, $"{name}.{Guid.NewGuid():N}{Extension}");

        // FileShare.Delete allows the rename of the open file on Windows, and is a shared lock elsewhere.
        return new(new FileStream(
            System.IO.Path.Combine(folder, unique), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete));
    }

    /// <summary>Deletes the files of this name that no process has open.</summary>
    public static void DeleteAbandoned(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return;

        // Earlier versions wrote to one name without a unique part.
        foreach (var path in Directory.EnumerateFiles(folder, $"{name}*{Extension}"))
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // In use by another process, or already deleted by one.
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
            // The disk is full: the buffer cannot be written, and the write that came before has failed as well.
        }
        finally
        {
            File.Delete(Path);
        }
    }
}
