using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SessionExplorer.Export;

/// <summary>The content of a complete file, stored in the user's local data. No extra file is stored next to an export.</summary>
/// <param name="Length">The length of the file.</param>
/// <param name="Written">The time of its last change. A file that was changed later has no record.</param>
/// <param name="State">The options of the export.</param>
internal sealed record ExportRecord(long Length, DateTime Written, ExportState State)
{
    /// <summary>The options that the file was exported with; null if they are unknown.</summary>
    public static ExportState? Find(ExportTarget target)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllText(PathOf(target)), ExportJson.Default.ExportRecord);
            var file = new FileInfo(target.Final);
            return record is not null && record.Length == file.Length && record.Written == file.LastWriteTimeUtc
                ? record.State
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Stores the options. If that fails, a later --resume reports that it cannot check them.</summary>
    public static void Keep(ExportTarget target, ExportState state)
    {
        try
        {
            var file = new FileInfo(target.Final);
            var record = new ExportRecord(file.Length, file.LastWriteTimeUtc, state with { Next = null, IsComplete = true });
            var path = PathOf(target);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, JsonSerializer.Serialize(record, ExportJson.Default.ExportRecord));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The export is complete without the record.
        }
    }

    private static string PathOf(ExportTarget target)
    {
        var folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify);
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(target.Final)).AsSpan(0, 16));
        return Path.Combine(folder, "session-explorer", "exports", name + ".json");
    }
}
