using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>How far an export got: what the checkpoint file holds. No key and no filter value is in it.</summary>
/// <param name="Format">What the file holds.</param>
/// <param name="IsCsvSafe">Whether its text is made safe for spreadsheets.</param>
/// <param name="Started">When the export began: a resumed one goes on as of then.</param>
/// <param name="Columns">The names of the file's columns, in their order.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Sessions">How many are written.</param>
/// <param name="Length">Up to where the unfinished file is good, in bytes.</param>
/// <param name="Next">Where the listing goes on; null at its beginning.</param>
/// <param name="IsComplete">Whether all rows are written, and only the file of that name is missing.</param>
/// <param name="Holder">Which process writes it.</param>
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

    /// <summary>Who holds the export of a checkpoint; null where it cannot be read.</summary>
    public static string? HolderOf(string path)
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

    /// <summary>Replaces the file at once, so that there is a whole checkpoint at any moment.</summary>
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
