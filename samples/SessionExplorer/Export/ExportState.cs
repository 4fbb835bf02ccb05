using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>The progress of an export, as stored in the checkpoint file. It contains no key and no filter value.</summary>
/// <param name="Format">The format of the file.</param>
/// <param name="IsCsvSafe">Whether text is made safe for spreadsheets.</param>
/// <param name="Started">When the export began. A resumed export keeps this time.</param>
/// <param name="Columns">The names of the file's columns, in their order.</param>
/// <param name="Request">The request.</param>
/// <param name="Sessions">The number of sessions that are written.</param>
/// <param name="Length">The valid length of the unfinished file, in bytes.</param>
/// <param name="Next">Where the listing continues. Null at its start.</param>
/// <param name="IsComplete">Whether all rows are written, so that only the final file is missing.</param>
/// <param name="Holder">The process that writes it.</param>
internal sealed record ExportState(
    ExportFormat Format,
    bool IsCsvSafe,
    DateTimeOffset Started,
    string Columns,
    ExportRequest Request,
    long Sessions,
    long Length,
    string? Next,
    bool IsComplete,
    string Holder)
{
    [JsonIgnore]
    public SessionCheckpoint? ResumeFrom => Next is null ? null : SessionCheckpoint.Parse(Next);

    public static ExportState Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ExportJson.Default.ExportState)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new IOException($"'{path}' is not a checkpoint of an export. Start again with --overwrite.");
        }
    }

    /// <summary>The process that writes the export of a checkpoint. Null if the checkpoint cannot be read.</summary>
    public static string? ReadHolder(string path)
    {
        try
        {
            return Load(path).Holder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file atomically, so that the checkpoint is always complete.</summary>
    public void Save(string path)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this, ExportJson.Default.ExportState));
        File.Move(temporary, path, overwrite: true);
    }
}

[JsonSerializable(typeof(ExportState))]
[JsonSerializable(typeof(ExportRecord))]
[JsonSourceGenerationOptions(
    WriteIndented = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ExportJson : JsonSerializerContext;
